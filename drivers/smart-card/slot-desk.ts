import type { ReaderReason } from '../ccid/reader-failure.ts';
import { ABSENT, type DeviceEvent, type DeviceState, nextDeviceState } from '../device-state.ts';
import type { CardReaderFace } from '../registry/card-reader-models.ts';
import { createSessionQueue, type SessionQueue } from './session-queue.ts';

export type CardPresence = 'unknown' | 'absent' | 'present';

/** One slot of one reader; a reader with an antenna and a slot has two. */
export interface ReaderSnapshot {
  /** Names the slot for as long as the reader stays plugged in. */
  readonly key: string;
  /** The registry's name for the model. */
  readonly model: string;
  readonly face: CardReaderFace;
  readonly state: DeviceState<ReaderReason>;
  readonly card: CardPresence;
}

/** What is known of a slot, and who waits for it. */
export interface SlotDesk {
  readonly queue: SessionQueue;
  snapshot(): ReaderSnapshot;
  apply(event: DeviceEvent<ReaderReason>): void;
  noteCard(card: CardPresence): void;
}

const FOUND = nextDeviceState<ReaderReason>(ABSENT, { kind: 'attached' });

/** The desk of a slot just found: its reader is being opened. */
export function createSlotDesk(
  about: Pick<ReaderSnapshot, 'key' | 'model' | 'face'>,
  onChanged: () => void,
): SlotDesk {
  let snapshot: ReaderSnapshot = { ...about, state: FOUND, card: 'unknown' };
  return {
    queue: createSessionQueue(),
    snapshot: () => snapshot,
    apply(event) {
      const state = nextDeviceState(snapshot.state, event);
      // Nothing is known of a card in a reader that does not work.
      const card = state.name === 'ready' || state.name === 'busy' ? snapshot.card : 'unknown';
      change({ ...snapshot, state, card });
    },
    noteCard: (card) => change({ ...snapshot, card }),
  };

  function change(next: ReaderSnapshot) {
    const same = next.state === snapshot.state && next.card === snapshot.card;
    snapshot = next;
    if (!same) onChanged();
  }
}
