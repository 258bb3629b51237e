import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { EnrolmentRequest } from '../../contract/central/enrolment.ts';
import { TRACKING_ALPHABET } from '../../contract/domain/tracking-code.ts';
import type { Database, Queries, Row } from '../database/database.ts';
import { findStation } from './stations.ts';

/** 32¹⁶ codes (80 bits): nobody guesses one before it expires, and a person can still type it. */
const CODE_CHARACTERS = 16;
/** Long enough to carry it to the farthest pekon and back. */
export const ENROLMENT_DAYS = 14;
const DAY_MILLISECONDS = 24 * 60 * 60_000;

/** As typed by anybody: capitals, without the dashes that are for the eye. Codes given in the configuration are taken as they are. */
function hashCode(code: string): string {
  const plain = code.toUpperCase().replaceAll(/[\s-]/g, '');
  const issued =
    plain.length === CODE_CHARACTERS && [...plain].every((one) => TRACKING_ALPHABET.includes(one));
  return createHash('sha256')
    .update(issued ? plain : code)
    .digest('hex');
}

export interface Enrolment {
  /** `XXXX-XXXX-XXXX-XXXX`; kept here only as its hash. */
  readonly code: string;
  /** The id the station will have. */
  readonly stationId: string;
  readonly issuedAt: number;
  readonly expiresAt: number;
}

/**
 * Issues a code that enrols one station under this name, once, until it expires; with `id` one that was revoked, which keeps its id
 * and its key, because what waits in its outbox is signed by it.
 */
export async function issueEnrolment(
  queries: Queries,
  station: { readonly id?: string; readonly name: string; readonly villageCode: string | null },
  now: number,
): Promise<Enrolment> {
  const characters = [...randomBytes(CODE_CHARACTERS)]
    .map((byte) => TRACKING_ALPHABET.charAt(byte % 32))
    .join('');
  const code = characters.replace(/(.{4})(?!$)/g, '$1-');
  const stationId = station.id ?? `station-${randomUUID()}`;
  const expiresAt = now + ENROLMENT_DAYS * DAY_MILLISECONDS;
  await queries.query(
    `INSERT INTO enrolment_codes (code_hash, station_id, station_name, village_code, issued_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [hashCode(code), stationId, station.name, station.villageCode, now, expiresAt],
  );
  return { code, stationId, issuedAt: now, expiresAt };
}

/** Allows one enrolment with a code of the configuration, for practice and tests. A code that was used stays used. */
export async function allowEnrolment(queries: Queries, code: string): Promise<void> {
  await queries.query('INSERT INTO enrolment_codes (code_hash) VALUES ($1) ON CONFLICT DO NOTHING', [
    hashCode(code),
  ]);
}

/** Whether `enrolStation` would say this station's id now. Changes nothing. */
export async function couldEnrol(
  queries: Queries,
  request: EnrolmentRequest,
  stationId: string,
  now: number,
): Promise<boolean> {
  const [code] = await queries.query(
    'SELECT used_by, station_id, expires_at FROM enrolment_codes WHERE code_hash = $1',
    [hashCode(request.code)],
  );
  if (!code || code.used_by !== null || code.station_id !== stationId) return false;
  return code.expires_at === null || Number(code.expires_at) > now;
}

/**
 * Enrols a station, once per code. The same key with the same code is the same station, so that a lost answer can be asked again.
 * @returns its id, or null when the code is unknown, expired or used by another.
 */
export async function enrolStation(
  database: Database,
  request: EnrolmentRequest,
  now: number,
): Promise<string | null> {
  return await database.transaction(async (queries) => {
    const [code] = await queries.query(
      'SELECT used_by, station_id, station_name, village_code, expires_at FROM enrolment_codes WHERE code_hash = $1 FOR UPDATE',
      [hashCode(request.code)],
    );
    if (!code) return null;
    if (typeof code.used_by === 'string') {
      const station = await findStation(queries, code.used_by);
      // A code that was used before the station was revoked does not bring it back.
      const isSame = station?.signingKey.x === request.signingKey.x && station.revokedAt === null;
      return isSame ? station.id : null;
    }
    if (code.expires_at !== null && Number(code.expires_at) <= now) return null;
    const id = typeof code.station_id === 'string' ? code.station_id : `station-${randomUUID()}`;
    const known = await findStation(queries, id);
    if (known !== null && known.signingKey.x !== request.signingKey.x) return null;
    if (known !== null) await queries.query('UPDATE stations SET revoked_at = NULL WHERE id = $1', [id]);
    else await insertStation(queries, id, request, code, now);
    await queries.query('UPDATE enrolment_codes SET used_by = $1 WHERE code_hash = $2', [
      id,
      hashCode(request.code),
    ]);
    return id;
  });
}

async function insertStation(
  queries: Queries,
  id: string,
  request: EnrolmentRequest,
  code: Row,
  now: number,
): Promise<void> {
  // The name the office gave wins over what the kiosk says of itself.
  await queries.query(
    'INSERT INTO stations (id, name, signing_key, enrolled_at, village_code) VALUES ($1, $2, $3, $4, $5)',
    [
      id,
      code.station_name ?? request.stationName,
      JSON.stringify(request.signingKey),
      now,
      code.village_code,
    ],
  );
  await queries.query('INSERT INTO station_feeds (station_id) VALUES ($1)', [id]);
}
