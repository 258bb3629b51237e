import type { Database } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import { revokeStation } from '../stations/revoke-station.ts';
import { allStations, findStationNamed } from '../stations/stations.ts';

/** Revokes a kiosk, or lists them, one line of JSON each. Throws `RangeError`. */
export async function stationCommand(
  database: Database,
  action: string | undefined,
  options: { readonly station?: string | undefined },
  write = (line: string): unknown => process.stdout.write(`${line}\n`),
): Promise<void> {
  await migrate(database);
  switch (action) {
    case 'revoke': {
      const { id, name } = await findStationNamed(database, options.station);
      const now = Date.now();
      await revokeStation(database, id, now);
      write(JSON.stringify({ station: id, name, revoked: new Date(now).toISOString() }));
      return;
    }
    case 'list': {
      for (const { id, name, revokedAt } of await allStations(database)) {
        const revoked = revokedAt === null ? null : new Date(revokedAt).toISOString();
        write(JSON.stringify({ station: id, name, revoked }));
      }
      return;
    }
    default:
      throw new RangeError('station needs revoke or list');
  }
}
