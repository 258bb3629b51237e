import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../database/database.ts';
import { openEmbeddedDatabase } from '../database/embedded-database.ts';
import { openServerDatabase } from '../database/server-database.ts';

/** The server when an address is given, otherwise the embedded database in the data folder. */
export async function openDatabase(dataFolder: string, databaseUrl: string | undefined): Promise<Database> {
  if (databaseUrl) return openServerDatabase(databaseUrl);
  const folder = join(dataFolder, 'central');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return await openEmbeddedDatabase(folder);
}
