/**
 * The one owner of the station's card readers: finds them on the bus, keeps them open, runs one session at a time with
 * each slot, recovers by itself when one is plugged in again, and says at any moment what state they are in.
 */
import type { ReaderTiming } from '../ccid/reader-timing.ts';
import { READER_TIMING } from '../ccid/reader-timing.ts';
import type { Clock } from '../clock.ts';
import { createListeners, type Unsubscribe } from '../listeners.ts';
import { type MatchedCardReader, matchCardReaders } from '../registry/match-card-reader.ts';
import type { UsbBus, UsbDeviceInfo } from '../transport/usb-transport.ts';
import type { CardChannel } from './card-channel.ts';
import { CardError } from './card-error.ts';
import { chooseDesk, refusal } from './choose-desk.ts';
import { attendReader } from './reader-attendant.ts';
import { createSlotDesk, type ReaderSnapshot, type SlotDesk } from './slot-desk.ts';

export interface CardReaderManager {
  /** Every slot of every reader plugged in; none when there is no reader. */
  snapshot(): readonly ReaderSnapshot[];
  /** Called after every change of the snapshot. */
  onChanged(listener: (readers: readonly ReaderSnapshot[]) => void): Unsubscribe;
  /**
   * Powers a card on, runs `work` with it alone, and powers it off. A null key is the reader with a card in it, those
   * with an antenna first; a slot for a card that stays inside is never chosen. Sessions with one slot take turns.
   * Fails with a `CardError`, or with what `work` throws; settles at once when the card or the reader goes, whatever
   * `work` is doing then.
   */
  withCard<Value>(
    readerKey: string | null,
    work: (channel: CardChannel) => Promise<Value>,
    options?: { readonly signal?: AbortSignal | undefined },
  ): Promise<Value>;
  /** Ends running sessions as `aborted`, closes the readers and stops watching the bus. */
  close(): Promise<void>;
}

export interface CardReaderManagerOptions {
  readonly bus: UsbBus;
  readonly clock: Clock;
  readonly timing?: Partial<ReaderTiming>;
  /** Told about failures that change no result, such as a bus that cannot be listed. */
  readonly onTrouble?: (error: unknown) => void;
}

interface Attended {
  readonly deviceKey: string;
  readonly leave: AbortController;
  readonly desks: Map<number, SlotDesk>;
  readonly done: Promise<void>;
}

export function createCardReaderManager(options: CardReaderManagerOptions): CardReaderManager {
  const { bus, clock } = options;
  const timing = { ...READER_TIMING, ...options.timing };
  const changes = createListeners<readonly ReaderSnapshot[]>();
  const closing = new AbortController();
  const attended = new Set<Attended>();

  const stopAttach = bus.onAttach((device) => consider(device));
  const stopDetach = bus.onDetach((device) => {
    for (const reader of attended) {
      if (reader.deviceKey === device.key)
        reader.leave.abort(new CardError('reader-gone', 'The reader was detached'));
    }
  });
  const listed = look();

  return {
    snapshot,
    onChanged: changes.add,
    async withCard(readerKey, work, { signal } = {}) {
      if (closing.signal.aborted) throw closing.signal.reason;
      const desk = chooseDesk(allDesks(), readerKey);
      const reason = refusal(desk);
      if (!desk || reason) throw reason;
      return await desk.queue.add(work, signal);
    },
    async close() {
      stopAttach();
      stopDetach();
      closing.abort(new CardError('aborted', 'The card reader manager is closing'));
      await listed;
      await Promise.all([...attended].map((reader) => reader.done));
    },
  };

  function allDesks(): readonly SlotDesk[] {
    // One just detached may already be plugged in again under another key.
    const here = [...attended].filter(({ leave }) => !leave.signal.aborted);
    return here.flatMap(({ desks }) => [...desks.values()]);
  }

  function snapshot(): readonly ReaderSnapshot[] {
    return allDesks().map((desk) => desk.snapshot());
  }

  async function look() {
    try {
      for (const device of await bus.list()) consider(device);
    } catch (error) {
      options.onTrouble?.(error);
    }
  }

  function consider(device: UsbDeviceInfo) {
    if (closing.signal.aborted || [...attended].some(({ deviceKey }) => deviceKey === device.key)) return;
    for (const reader of matchCardReaders(device)) attend(reader);
  }

  function attend(reader: MatchedCardReader) {
    const leave = new AbortController();
    const desks = new Map<number, SlotDesk>();
    const deskOf = (slot: number): SlotDesk => {
      const key = `${reader.device.key}/${reader.interfaceNumber}/${slot}`;
      const known = desks.get(slot);
      const about = { key, model: reader.model.name, face: reader.face };
      const desk = known ?? createSlotDesk(about, () => changes.emit(snapshot()));
      desks.set(slot, desk);
      return desk;
    };
    const leaving = AbortSignal.any([leave.signal, closing.signal]);
    const done = attendReader({ bus, reader, clock, timing, leaving, deskOf }).then(() => {
      attended.delete(entry);
      for (const desk of desks.values()) {
        desk.queue.refuse(toLeft(leaving));
        desk.apply({ kind: 'detached' });
      }
    });
    const entry: Attended = { deviceKey: reader.device.key, leave, desks, done };
    attended.add(entry);
    changes.emit(snapshot());
  }
}

function toLeft(leaving: AbortSignal): CardError {
  return leaving.reason instanceof CardError
    ? leaving.reason
    : new CardError('reader-gone', 'The reader left');
}
