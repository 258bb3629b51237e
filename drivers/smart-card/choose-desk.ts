import { ReaderFailure } from '../ccid/reader-failure.ts';
import { toCardError } from '../ccid/to-card-error.ts';
import type { DeviceState } from '../device-state.ts';
import type { CardReaderFace } from '../registry/card-reader-models.ts';
import { CardError } from './card-error.ts';
import type { SlotDesk } from './slot-desk.ts';

/** A citizen's document is laid on an antenna more often than pushed into a slot. */
const FACES: readonly CardReaderFace[] = ['contactless', 'contact', 'unknown'];
/** A reader in the making serves soon; one that failed serves last. */
const STATES: readonly DeviceState<never>['name'][] = ['ready', 'busy', 'opening', 'faulted', 'absent'];

/** The desk with that key; for null the best one to find a card at, a slot for a built-in card never. */
export function chooseDesk(desks: readonly SlotDesk[], readerKey: string | null): SlotDesk | null {
  if (readerKey !== null) return desks.find((desk) => desk.snapshot().key === readerKey) ?? null;
  const candidates = desks.filter((desk) => desk.snapshot().face !== 'sam');
  return candidates.toSorted((one, other) => rank(one) - rank(other))[0] ?? null;
}

/** Why a session cannot even wait there; null when it can. */
export function refusal(desk: SlotDesk | null): CardError | null {
  const state = desk?.snapshot().state;
  if (!state || state.name === 'absent') return new CardError('reader-gone', 'There is no such reader');
  if (state.name !== 'faulted') return null;
  return toCardError(new ReaderFailure(state.reason, `The reader is out of order: ${state.reason}`));
}

/** A card first, then a working reader, then where people lay cards. */
function rank(desk: SlotDesk): number {
  const { card, state, face } = desk.snapshot();
  return (card === 'present' ? 0 : 100) + STATES.indexOf(state.name) * 10 + FACES.indexOf(face);
}
