import type { CarryRefusal } from '../../contract/central/hand-carry.ts';
import type { CarryOutcome } from '../hand-carry/receive-file.ts';

/** One file that came by hand, as the log has it: which kiosk and file, and what became of it; nobody's data. */
export interface CarriedRecord {
  readonly outcome: CarryOutcome['outcome'];
  /** Empty unless it was refused. */
  readonly reason: CarryRefusal | '';
  readonly stationId: string | null;
  readonly number: number | null;
  readonly acknowledged: number;
  readonly rejected: number;
  readonly milliseconds: number;
}

/** Pure. A refused file is not believed in anything it says of itself. */
export function carriedRecord(result: CarryOutcome, milliseconds: number): CarriedRecord {
  if (result.outcome === 'refused') {
    const nothing = { stationId: null, number: null, acknowledged: 0, rejected: 0 };
    return { outcome: 'refused', reason: result.reason, ...nothing, milliseconds };
  }
  const { stationId, number, acknowledged, rejected } = result.file;
  return { outcome: result.outcome, reason: '', stationId, number, acknowledged, rejected, milliseconds };
}
