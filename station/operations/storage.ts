import type { StationFacts } from '../../contract/station/system.ts';
import type { Cancel, Clock } from '../clock/clock.ts';
import type { StationEvents } from '../events.ts';
import { refusal } from '../rpc/refusal.ts';
import { RESERVE_BYTES, type Reserve } from './reserve.ts';

export type StorageState = StationFacts['storage'];

/** A hundred registrations with pictures: time to call somebody. */
const LOW_BYTES = 500 * 1024 * 1024;
/** One registration more might not fit. */
const FULL_BYTES = 2 * RESERVE_BYTES;
/** A disk fills over hours; a failed write tells at once anyway. */
const WATCH_MILLISECONDS = 30_000;
/** After the first screen is there. */
const FIRST_HOLD_MILLISECONDS = 3_000;

/** Commands that begin something new or add a picture. All others may use the last room, so that work can be finished. */
const ADDING: ReadonlySet<string> = new Set([
  'queue.issue',
  'queue.serve',
  'registration.startDraft',
  'feedback.complain',
  'feedback.addMedia',
  'selfService.printGuide',
  'selfService.addPicture',
  'registration.addAttachment',
  'registration.correct',
]);

export interface Storage {
  state(): StorageState;
  /** A write found no room: gives up the reserve. */
  foundFull(): void;
  /** Throws `STORAGE_FULL` for a command that would begin something while the disk is full. */
  expectRoom(path: string): void;
  close(): void;
}

export interface StorageDependencies {
  readonly clock: Clock;
  readonly events: StationEvents;
  readonly reserve: Reserve;
  /** Bytes the station may still write; throws when the disk cannot be asked. */
  readonly freeBytes: () => number;
  readonly failed: (error: unknown) => void;
}

/** ok ⇄ low by free room; either ─▶ full when room ends; full ─▶ low once the reserve fits again with room beside it. */
export function createStorage({ clock, events, reserve, freeBytes, failed }: StorageDependencies): Storage {
  let state: StorageState = 'ok';

  function move(next: StorageState): void {
    if (next === state) return;
    state = next;
    events.publish({ type: 'storage-changed' });
  }

  function measured(): StorageState {
    const free = freeBytes();
    if (free < RESERVE_BYTES) {
      reserve.free();
      return 'full';
    }
    const held = reserve.isHeld() || (free >= FULL_BYTES && reserve.hold());
    if (!held) return 'full';
    return free < LOW_BYTES ? 'low' : 'ok';
  }

  function watch(): void {
    try {
      move(measured());
    } catch (error) {
      failed(error);
    }
  }

  const cancels: Cancel[] = [
    clock.after(FIRST_HOLD_MILLISECONDS, watch),
    clock.every(WATCH_MILLISECONDS, watch),
  ];

  return {
    state: () => state,
    foundFull() {
      reserve.free();
      move('full');
    },
    expectRoom(path) {
      if (state === 'full' && ADDING.has(path)) throw refusal('STORAGE_FULL');
    },
    close() {
      for (const cancel of cancels) cancel();
    },
  };
}
