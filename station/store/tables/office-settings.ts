import type { Instant } from '../../../contract/domain/identifiers.ts';
import type { StationSettings } from '../../../contract/domain/station-settings.ts';
import type { ReadableDatabase, WritableDatabase } from '../database.ts';

export type SettingsPart = keyof StationSettings;

export interface OfficeSettingRow {
  readonly version: number;
  /** JSON. */
  readonly value: string;
  readonly receivedAt: Instant;
}

/** What the office said last of one part; null when that part is not its matter. */
export function readOfficeSetting(database: ReadableDatabase, part: SettingsPart): OfficeSettingRow | null {
  return (
    database.get<OfficeSettingRow>(
      'SELECT version, value, received_at AS receivedAt FROM office_settings WHERE part = ?',
      part,
    ) ?? null
  );
}

export function writeOfficeSetting(
  database: WritableDatabase,
  part: SettingsPart,
  { version, value, receivedAt }: OfficeSettingRow,
): void {
  database.run(
    `INSERT INTO office_settings (part, version, value, received_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (part) DO UPDATE SET version = excluded.version, value = excluded.value,
       received_at = excluded.received_at`,
    part,
    version,
    value,
    receivedAt,
  );
}

export function dropOfficeSetting(database: WritableDatabase, part: SettingsPart): void {
  database.run('DELETE FROM office_settings WHERE part = ?', part);
}
