import { type StationSettings, stationSettingsSchema } from '../../contract/domain/station-settings.ts';
import type { Database, Queries } from '../database/database.ts';
import { nextVersion } from './versions.ts';

/** What the office set for a kiosk, and the version that is another after each change; 0 before the first. */
export async function readStationSettings(
  queries: Queries,
  stationId: string,
): Promise<{ readonly version: number; readonly settings: StationSettings }> {
  const rows = await queries.query(
    'SELECT part, value, version FROM station_settings WHERE station_id = $1',
    [stationId],
  );
  // What the office gave back keeps its version, so that also this is a change.
  const parts = rows
    .filter(({ value }) => value !== null)
    .map((row) => [row.part, { version: Number(row.version), value: row.value }]);
  return {
    version: Math.max(0, ...rows.map(({ version }) => Number(version))),
    settings: stationSettingsSchema.parse({
      name: null,
      paperWidth: null,
      sending: null,
      ...Object.fromEntries(parts),
    }),
  };
}

type Part<Key extends keyof StationSettings> = NonNullable<StationSettings[Key]>['value'];

/** Those that are there are set; null gives the matter back to the kiosk's own file. */
export interface SettingsChange {
  readonly name?: Part<'name'> | undefined;
  readonly paperWidth?: Part<'paperWidth'> | undefined;
  readonly sending?: Part<'sending'> | undefined;
  readonly unattended?: Part<'unattended'> | null | undefined;
}

/** Sets what is given; a name is the station's own here too. */
export async function changeStationSettings(
  database: Database,
  stationId: string,
  change: SettingsChange,
  now: number,
): Promise<void> {
  const parts = Object.entries(change).filter(([, value]) => value !== undefined);
  await database.transaction(async (queries) => {
    const version = await nextVersion(queries, 'station_settings', stationId, now);
    for (const [part, value] of parts)
      await queries.query(
        `INSERT INTO station_settings (station_id, part, value, version) VALUES ($1, $2, $3, $4)
         ON CONFLICT (station_id, part) DO UPDATE SET value = excluded.value, version = excluded.version`,
        [stationId, part, JSON.stringify(value), version],
      );
    if (change.name !== undefined)
      await queries.query('UPDATE stations SET name = $2 WHERE id = $1', [stationId, change.name]);
  });
}
