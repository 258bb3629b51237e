import { isFirst, type ScanState } from './scan-state.ts';

export const SCAN_SPEEDS = ['slow', 'medium', 'fast'] as const;
export type ScanSpeed = (typeof SCAN_SPEEDS)[number];

/**
 * How long the ring stands at a place: `fast` for a practised hand, `slow` for one that takes time to obey. Chosen at the
 * desk; whoever uses a switch may know better.
 */
const STANDS_MS: Readonly<Record<ScanSpeed, number>> = { slow: 2_800, medium: 1_700, fast: 1_000 };
/** At the first place there is a new screen to read, or a switch to let go of. */
const FIRST_STANDS = 1.5;

/** A screenful of text, read slowly, before the ring goes on from the button that pushes it. */
const READING_STANDS = 8;

/** Milliseconds until the ring moves on; null when it does not. @param reading text is being read at this place */
export function standsFor(state: ScanState, speed: ScanSpeed, reading: boolean): number | null {
  if (state.name !== 'groups' && state.name !== 'items') return null;
  if (reading) return STANDS_MS[speed] * READING_STANDS;
  return STANDS_MS[speed] * (isFirst(state) ? FIRST_STANDS : 1);
}
