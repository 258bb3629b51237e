import { randomInt } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { v7 as uuidv7 } from 'uuid';
import { type KioskOfficer, kioskOfficersSchema } from '../../contract/central/downlink.ts';
import type { Role } from '../../contract/domain/officer.ts';
import type { Database, Queries } from '../database/database.ts';
import { nextVersion } from './versions.ts';

/** As the kiosk's own hashes: the first choice of the OWASP Password Storage Cheat Sheet with 19 MiB, two passes, one lane. */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Those of one kiosk, the revoked ones too; more cannot be told to it. */
const MOST_OFFICERS = 200;

/** Every officer of a kiosk, the revoked ones too, and the version that is another after each change; 0 before the first. */
export async function readKioskOfficers(
  queries: Queries,
  stationId: string,
): Promise<{ readonly version: number; readonly officers: readonly KioskOfficer[] }> {
  const rows = await queries.query(
    'SELECT id, name, role, pin_hash, revoked_at, version FROM kiosk_officers WHERE station_id = $1 ORDER BY name, id',
    [stationId],
  );
  const officers = rows.map((row) => ({
    id: row.id,
    name: row.name,
    role: row.role,
    pinHash: row.pin_hash,
    revokedAt: row.revoked_at === null ? null : Number(row.revoked_at),
  }));
  return {
    version: Math.max(0, ...rows.map(({ version }) => Number(version))),
    officers: kioskOfficersSchema.parse(officers),
  };
}

/** Six digits, for the first time somebody signs in. */
function makePin(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}

export interface NewKioskOfficer {
  readonly name: string;
  readonly role: Role;
}

/** @returns the officer's id and starting PIN, of which only the hash is kept. Throws `RangeError` when there are too many. */
export async function addKioskOfficer(
  database: Database,
  stationId: string,
  { name, role }: NewKioskOfficer,
  now: number,
): Promise<{ readonly id: string; readonly pin: string }> {
  const id = uuidv7({ msecs: now });
  const pin = makePin();
  const pinHash = await hash(pin, ARGON2);
  await database.transaction(async (queries) => {
    const version = await nextVersion(queries, 'kiosk_officers', stationId, now);
    const { officers } = await readKioskOfficers(queries, stationId);
    if (officers.length >= MOST_OFFICERS)
      throw new RangeError(`a kiosk has at most ${MOST_OFFICERS} officers`);
    await queries.query(
      `INSERT INTO kiosk_officers (station_id, id, name, role, pin_hash, added_at, version)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [stationId, id, name, role, pinHash, now, version],
    );
  });
  return { id, pin };
}

export interface KioskOfficerChange {
  readonly name?: string | undefined;
  readonly role?: Role | undefined;
  /** Gives another starting PIN. */
  readonly newPin: boolean;
}

/** @returns the new PIN, if one was wanted. Throws `RangeError` for an officer who is not there or was revoked. */
export async function changeKioskOfficer(
  database: Database,
  stationId: string,
  id: string,
  { name, role, newPin }: KioskOfficerChange,
  now: number,
): Promise<{ readonly pin: string | null }> {
  const pin = newPin ? makePin() : null;
  const pinHash = pin && (await hash(pin, ARGON2));
  await updateOne(database, stationId, now, async (queries, version) =>
    queries.query(
      `UPDATE kiosk_officers SET name = coalesce($3, name), role = coalesce($4, role),
         pin_hash = coalesce($5, pin_hash), version = $6
       WHERE station_id = $1 AND id::text = $2 AND revoked_at IS NULL RETURNING id`,
      [stationId, id, name ?? null, role ?? null, pinHash, version],
    ),
  );
  return { pin };
}

/** For good; also the last one, because the office decides. Throws `RangeError` for an officer who is not there or was revoked. */
export async function revokeKioskOfficer(
  database: Database,
  stationId: string,
  id: string,
  now: number,
): Promise<void> {
  await updateOne(database, stationId, now, async (queries, version) =>
    queries.query(
      `UPDATE kiosk_officers SET revoked_at = $3, version = $4
       WHERE station_id = $1 AND id::text = $2 AND revoked_at IS NULL RETURNING id`,
      [stationId, id, now, version],
    ),
  );
}

async function updateOne(
  database: Database,
  stationId: string,
  now: number,
  update: (queries: Queries, version: number) => Promise<readonly unknown[]>,
): Promise<void> {
  await database.transaction(async (queries) => {
    const changed = await update(queries, await nextVersion(queries, 'kiosk_officers', stationId, now));
    if (changed.length === 0) throw new RangeError('no such officer at this kiosk');
  });
}
