import { ERROR } from './ccid-wire.ts';
import type { SlotOutcome } from './reader-slot.ts';

/** What can happen to one block on the line to a card: a wrong byte in it, or what the reader reports instead. */
export type LineFault = 'wrong-byte' | 'parity' | 'overrun' | 'mute';

/** What becomes of a block from the card. */
export function spoil(outcome: SlotOutcome, fault: LineFault | null): SlotOutcome {
  if (fault === null || 'error' in outcome) return outcome;
  if (fault !== 'wrong-byte') return { error: ERROR[fault] };
  const bytes = outcome.bytes.slice();
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 0x5a;
  return { ...outcome, bytes };
}
