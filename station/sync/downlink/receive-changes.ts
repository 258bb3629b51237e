import type { Changes, ComplaintStatus, KioskOfficer } from '../../../contract/central/downlink.ts';
import type { StationSettings } from '../../../contract/domain/station-settings.ts';
import type { WritableDatabase } from '../../store/database.ts';

/** What central said; null is what it said nothing of. */
export interface ReceivedChanges extends Pick<Changes, 'statuses' | 'catalog'> {
  readonly complaints: readonly ComplaintStatus[];
  /** All officers of this kiosk. */
  readonly officers: readonly KioskOfficer[] | null;
  readonly settings: StationSettings | null;
}

/** Applies what central said, inside the transaction that moves the cursor. */
export type ReceiveChanges = (database: WritableDatabase, changes: ReceivedChanges, at: number) => void;
