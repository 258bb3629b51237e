import type { Instant } from '../../../contract/domain/identifiers.ts';
import type { Role } from '../../../contract/domain/officer.ts';
import type { ReadableDatabase, WritableDatabase } from '../database.ts';

export interface OfficerRow {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** Argon2id in PHC string form. */
  readonly pinHash: string;
  /** 1 while the PIN is the one the office gave. */
  readonly startingPin: 0 | 1;
  /** Since the last right PIN or the last lockout. */
  readonly wrongTries: number;
  /** Since the last right PIN. */
  readonly lockouts: number;
  /** Zero when not locked out. A restart begins it anew, because no clock can be trusted across one. */
  readonly lockMilliseconds: number;
}

const OFFICER = `id, name, role, pin_hash AS pinHash, wrong_tries AS wrongTries, lockouts,
  lock_left_ms AS lockMilliseconds, coalesce(pin_hash = office_pin_hash, 0) AS startingPin`;

/** Who may sign in. */
export function readOfficers(database: ReadableDatabase): OfficerRow[] {
  return database.all<OfficerRow>(
    `SELECT ${OFFICER} FROM officers WHERE revoked_at IS NULL ORDER BY name, id`,
  );
}

/** Null also for one who was revoked. */
export function readOfficer(database: ReadableDatabase, id: string): OfficerRow | null {
  return (
    database.get<OfficerRow>(`SELECT ${OFFICER} FROM officers WHERE id = ? AND revoked_at IS NULL`, id) ??
    null
  );
}

export function insertOfficer(
  database: WritableDatabase,
  officer: Pick<OfficerRow, 'id' | 'name' | 'role' | 'pinHash'>,
  at: Instant,
): void {
  database.run(
    'INSERT INTO officers (id, name, role, pin_hash, added_at) VALUES (?, ?, ?, ?, ?)',
    officer.id,
    officer.name,
    officer.role,
    officer.pinHash,
    at,
  );
}

/** The officer's own, from now on. */
export function writePinHash(database: WritableDatabase, id: string, pinHash: string): void {
  database.run('UPDATE officers SET pin_hash = ? WHERE id = ?', pinHash, id);
}

export function writeTries(
  database: WritableDatabase,
  id: string,
  tries: Pick<OfficerRow, 'wrongTries' | 'lockouts' | 'lockMilliseconds'>,
): void {
  database.run(
    'UPDATE officers SET wrong_tries = ?, lockouts = ?, lock_left_ms = ? WHERE id = ?',
    tries.wrongTries,
    tries.lockouts,
    tries.lockMilliseconds,
    id,
  );
}

/** An officer whom the office decides of. */
export interface OfficeOfficerRow {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** As the office told it last. */
  readonly officePinHash: string;
  readonly revokedAt: Instant | null;
}

export function officersOfOffice(database: ReadableDatabase): OfficeOfficerRow[] {
  return database.all<OfficeOfficerRow>(
    `SELECT id, name, role, office_pin_hash AS officePinHash, revoked_at AS revokedAt FROM officers
     WHERE office_pin_hash IS NOT NULL ORDER BY id`,
  );
}

/** Adds or updates; the PIN only when it is another than the office had told, and then without the wrong tries of the old one. */
export function putOfficerOfOffice(
  database: WritableDatabase,
  { id, name, role, pinHash }: Pick<OfficerRow, 'id' | 'name' | 'role' | 'pinHash'>,
  at: Instant,
): void {
  database.run(
    `INSERT INTO officers (id, name, role, pin_hash, office_pin_hash, added_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, role = excluded.role, revoked_at = NULL,
       pin_hash = CASE office_pin_hash WHEN excluded.office_pin_hash THEN pin_hash ELSE excluded.pin_hash END,
       wrong_tries = CASE office_pin_hash WHEN excluded.office_pin_hash THEN wrong_tries ELSE 0 END,
       office_pin_hash = excluded.office_pin_hash`,
    id,
    name,
    role,
    pinHash,
    pinHash,
    at,
  );
}

export function revokeOfficer(database: WritableDatabase, id: string, at: Instant): void {
  database.run('UPDATE officers SET revoked_at = ? WHERE id = ?', at, id);
}
