import { afterAll, beforeAll } from 'vitest';
import { openServerDatabase } from '../database/server-database.ts';
import { type PostgresServer, startPostgresServer } from '../testing/postgres-server.ts';
import { describeCentral } from './central.ts';

let server: PostgresServer;

beforeAll(async () => {
  server = await startPostgresServer();
}, 60_000);
afterAll(async () => await server.stop());

describeCentral(async () => openServerDatabase(await server.createDatabase()));
