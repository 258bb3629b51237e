import type { Instant } from '../../../contract/domain/identifiers.ts';
import type { StationSettings } from '../../../contract/domain/station-settings.ts';
import type { Audit } from '../../audit/audit.ts';
import type { WritableDatabase } from '../../store/database.ts';
import {
  dropOfficeSetting,
  readOfficeSetting,
  type SettingsPart,
  writeOfficeSetting,
} from '../../store/tables/office-settings.ts';
import { writeSendingSettings } from '../../store/tables/sending.ts';

const PARTS: readonly SettingsPart[] = ['name', 'paperWidth', 'sending', 'unattended'];

/**
 * Takes what the office set, inside the caller's transaction. A part the office has set anew wins over what stands here; one
 * it has not touched since stays as an officer may have changed it meanwhile.
 */
export function receiveSettings(
  database: WritableDatabase,
  told: StationSettings,
  at: Instant,
  audit: Audit,
): void {
  for (const part of PARTS) {
    const before = readOfficeSetting(database, part);
    const setting = told[part] ?? null;
    if (setting?.version === before?.version) continue;
    // Who may work when is worth an entry, also when the kiosk's own hours hold again.
    if (part === 'unattended')
      audit.append(database, { action: 'unattended-hours-changed', outcome: 'by-office' });
    if (setting === null) {
      dropOfficeSetting(database, part);
      continue;
    }
    const { version, value } = setting;
    writeOfficeSetting(database, part, { version, value: JSON.stringify(value), receivedAt: at });
    if (part === 'sending' && told.sending !== null) {
      writeSendingSettings(database, told.sending.value, at, at);
      audit.append(database, { action: 'sending-settings-changed', outcome: 'by-office' });
    }
  }
}
