import { text } from 'node:stream/consumers';
import type { Database } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import { saveOfficer } from '../officers/officers.ts';

/** NIST SP 800-63B §3.1.1.2 asks for 15 where a password stands alone. */
const SHORTEST_SECRET = 15;

/** Makes an officer, or gives the one of this name another password; whoever is signed in by the old one is signed out. */
export async function saveOfficerCommand(
  database: Database,
  name: string | undefined,
  input: NodeJS.ReadableStream = process.stdin,
): Promise<void> {
  if (!name || name.length > 100) throw new RangeError('--name needs 1 to 100 characters');
  const secret = (await text(input)).replace(/\r?\n$/, '');
  if ([...secret].length < SHORTEST_SECRET || secret.length > 200) {
    throw new RangeError(`the password needs ${SHORTEST_SECRET} to 200 characters`);
  }
  await migrate(database);
  await saveOfficer(database, name, secret);
  await database.query('DELETE FROM officer_sessions WHERE officer_name = $1', [name]);
}
