import type { EnrolmentAnswer } from '../../../contract/central/enrolment.ts';
import type { Instant } from '../../../contract/domain/identifiers.ts';
import type { ReadableDatabase, WritableDatabase } from '../database.ts';

/** The station's signing key as JSON, as it was stored; null before the first start has made one. */
export function readStationKey(database: ReadableDatabase): string | null {
  const row = database.get<{ signingKey: string }>('SELECT signing_key AS signingKey FROM station_key');
  return row?.signingKey ?? null;
}

export function writeStationKey(database: WritableDatabase, signingKey: string): void {
  database.run('INSERT INTO station_key (id, signing_key) VALUES (1, ?)', signingKey);
}

/** The station's receiving key as JSON; null before one was made. The signing key has to be there before it. */
export function readReceivingKey(database: ReadableDatabase): string | null {
  const row = database.get<{ receivingKey: string | null }>(
    'SELECT receiving_key AS receivingKey FROM station_key',
  );
  return row?.receivingKey ?? null;
}

export function writeReceivingKey(database: WritableDatabase, receivingKey: string): void {
  database.run('UPDATE station_key SET receiving_key = ?', receivingKey);
}

export interface PinRow {
  readonly stationId: string;
  /** JSON of central's X25519 key. */
  readonly sealingKey: string;
  /** JSON of central's Ed25519 key. */
  readonly signingKey: string;
  /** Central was not asked yet whether it agrees: the code to ask with. */
  readonly unconfirmedCode: string | null;
}

/** What was pinned at enrolment; null before. */
export function readPin(database: ReadableDatabase): PinRow | null {
  const row = database.get<PinRow>(
    `SELECT station_id AS stationId, sealing_key AS sealingKey, signing_key AS signingKey,
       unconfirmed_code AS unconfirmedCode FROM central_pin`,
  );
  return row ?? null;
}

/** Refused by the database when something is pinned already. */
export function writePin(
  database: WritableDatabase,
  answer: EnrolmentAnswer,
  at: Instant,
  unconfirmedCode: string | null = null,
): void {
  database.run(
    'INSERT INTO central_pin VALUES (1, ?, ?, ?, ?, ?)',
    answer.stationId,
    JSON.stringify(answer.sealingKey),
    JSON.stringify(answer.signingKey),
    at,
    unconfirmedCode,
  );
}

/** One that central did not confirm may be replaced. */
export function dropUnconfirmedPin(database: WritableDatabase): void {
  database.run('DELETE FROM central_pin WHERE unconfirmed_code IS NOT NULL');
}

/** Central agreed to what was pinned from a file. */
export function confirmPin(database: WritableDatabase): void {
  database.run('UPDATE central_pin SET unconfirmed_code = NULL');
}

/** The code to be enrolled again with; null when the office gave none since. */
export function readRenewal(database: ReadableDatabase): string | null {
  return database.get<{ code: string }>('SELECT code FROM renewal')?.code ?? null;
}

export function writeRenewal(database: WritableDatabase, code: string): void {
  database.run('INSERT INTO renewal VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET code = excluded.code', code);
}

export function dropRenewal(database: WritableDatabase): void {
  database.run('DELETE FROM renewal');
}

export interface DownlinkRow {
  readonly cursor: string;
  readonly receivedAt: Instant;
}

/** How far central's changes have been applied; null before the first. */
export function readDownlink(database: ReadableDatabase): DownlinkRow | null {
  return database.get<DownlinkRow>('SELECT cursor, received_at AS receivedAt FROM downlink') ?? null;
}

export function writeDownlink(database: WritableDatabase, cursor: string, at: Instant): void {
  database.run(
    `INSERT INTO downlink VALUES (1, ?, ?)
     ON CONFLICT (id) DO UPDATE SET cursor = excluded.cursor, received_at = excluded.received_at`,
    cursor,
    at,
  );
}
