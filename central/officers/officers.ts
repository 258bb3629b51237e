import { createHash, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import type { Database, Queries } from '../database/database.ts';

/** A work day; after it the officer signs in again. */
const SESSION_MILLISECONDS = 10 * 60 * 60_000;
/** Somebody who has left the desk. */
const IDLE_MILLISECONDS = 60 * 60_000;
/** How stale `last_used_at` may be, so that reading a page seldom writes. */
const NOTED_EVERY_MILLISECONDS = 60_000;
/** Wrong tries before a pause; a guesser then gets five tries in a quarter of an hour. */
const TRIES = 5;
const PAUSE_MILLISECONDS = 15 * 60_000;

/** Argon2id, as the library's own; cost by the OWASP minimum: 19 MiB, two passes, one lane. */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export interface OfficerSession {
  readonly officerName: string;
  /** Must come back in every form, so that another site cannot send one. */
  readonly formToken: string;
}

export type SignIn = { readonly token: string } | { readonly refused: 'wrong' | 'locked' };

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

export async function saveOfficer(queries: Queries, name: string, secret: string): Promise<void> {
  await queries.query(
    `INSERT INTO officers (name, secret_hash) VALUES ($1, $2)
     ON CONFLICT (name) DO UPDATE SET secret_hash = excluded.secret_hash, wrong_tries = 0, locked_until = 0`,
    [name, await hash(secret, ARGON2)],
  );
}

/** Counts a try before it is judged, so that many at once are many. Null for an unknown name. */
async function countTry(
  database: Database,
  name: string,
  now: number,
): Promise<{ state: 'locked' } | { state: 'open' | 'last'; secretHash: string } | null> {
  return await database.transaction(async (queries) => {
    const [row] = await queries.query(
      'SELECT secret_hash, wrong_tries, locked_until FROM officers WHERE name = $1 FOR UPDATE',
      [name],
    );
    if (!row) return null;
    if (Number(row.locked_until) > now) return { state: 'locked' };
    const tries = Number(row.wrong_tries) + 1;
    const last = tries >= TRIES;
    await queries.query('UPDATE officers SET wrong_tries = $2, locked_until = $3 WHERE name = $1', [
      name,
      last ? 0 : tries,
      last ? now + PAUSE_MILLISECONDS : 0,
    ]);
    return { state: last ? 'last' : 'open', secretHash: String(row.secret_hash) };
  });
}

/** Signs an officer in by name and secret; an unknown name takes as long as a wrong secret. */
export async function signIn(database: Database, name: string, secret: string, now: number): Promise<SignIn> {
  const counted = await countTry(database, name, now);
  if (!counted) {
    await hash(secret, ARGON2);
    return { refused: 'wrong' };
  }
  if (counted.state === 'locked') return { refused: 'locked' };
  if (!(await verify(counted.secretHash, secret))) {
    return { refused: counted.state === 'last' ? 'locked' : 'wrong' };
  }
  const token = randomBytes(32).toString('base64url');
  await database.query('UPDATE officers SET wrong_tries = 0, locked_until = 0 WHERE name = $1', [name]);
  await database.query('DELETE FROM officer_sessions WHERE expires_at < $1', [now]);
  await database.query(
    `INSERT INTO officer_sessions (token_hash, officer_name, form_token, expires_at, last_used_at)
     VALUES ($1, $2, $3, $4, $5)`,
    [hashToken(token), name, randomBytes(32).toString('base64url'), now + SESSION_MILLISECONDS, now],
  );
  return { token };
}

export async function findSession(
  queries: Queries,
  token: string | undefined,
  now: number,
): Promise<OfficerSession | null> {
  if (token === undefined) return null;
  const [row] = await queries.query(
    `SELECT officer_name, form_token, last_used_at FROM officer_sessions
     WHERE token_hash = $1 AND expires_at > $2 AND last_used_at > $3`,
    [hashToken(token), now, now - IDLE_MILLISECONDS],
  );
  if (!row) return null;
  if (Number(row.last_used_at) < now - NOTED_EVERY_MILLISECONDS) {
    await queries.query('UPDATE officer_sessions SET last_used_at = $2 WHERE token_hash = $1', [
      hashToken(token),
      now,
    ]);
  }
  return { officerName: String(row.officer_name), formToken: String(row.form_token) };
}

export async function signOut(queries: Queries, token: string): Promise<void> {
  await queries.query('DELETE FROM officer_sessions WHERE token_hash = $1', [hashToken(token)]);
}
