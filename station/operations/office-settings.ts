import { type PaperWidth, stationSettingsSchema } from '../../contract/domain/station-settings.ts';
import type { UnattendedHours } from '../../contract/station/system.ts';
import type { ReadableDatabase } from '../store/database.ts';
import { readOfficeSetting, type SettingsPart } from '../store/tables/office-settings.ts';
import type { StationSettings } from './settings.ts';

/** Name, paper and hours of this kiosk now: as the office set them, or else as its own file says. */
export interface OfficeSettings {
  name(): string;
  paperWidth(): PaperWidth;
  unattended(): UnattendedHours;
}

export function createOfficeSettings(
  read: ReadableDatabase,
  file: Pick<StationSettings, 'name' | 'paperWidth' | 'unattended'>,
): OfficeSettings {
  function told(part: SettingsPart): unknown {
    const row = readOfficeSetting(read, part);
    return row && { version: row.version, value: JSON.parse(row.value) };
  }
  const { name, paperWidth, unattended } = stationSettingsSchema.shape;
  return {
    name: () => name.parse(told('name'))?.value ?? file.name,
    paperWidth: () => paperWidth.parse(told('paperWidth'))?.value ?? file.paperWidth,
    unattended() {
      const spans = unattended.parse(told('unattended'))?.value;
      if (spans === undefined) return { spans: file.unattended, receivedAt: null };
      return { spans, receivedAt: readOfficeSetting(read, 'unattended')?.receivedAt ?? null };
    },
  };
}
