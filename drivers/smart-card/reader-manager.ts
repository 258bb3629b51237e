/**
 * The one owner of the station's card readers: finds them on the bus, keeps them open, runs one session at a time with
 * each slot, recovers by itself when one is plugged in again, and says at any moment what state they are in.
 */
import { attendDevices } from '../attend-devices.ts';
import type { ReaderTiming } from '../ccid/reader-timing.ts';
import { READER_TIMING } from '../ccid/reader-timing.ts';
import type { Clock } from '../clock.ts';
import { createListeners, type Unsubscribe } from '../listeners.ts';
import { type MatchedCardReader, matchCardReaders } from '../registry/match-card-reader.ts';
import type { UsbBus } from '../transport/usb-transport.ts';
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
  readonly leaving: AbortSignal;
  readonly desks: Map<number, SlotDesk>;
}

export function createCardReaderManager(options: CardReaderManagerOptions): CardReaderManager {
  const { bus, clock } = options;
  const timing = { ...READER_TIMING, ...options.timing };
  const changes = createListeners<readonly ReaderSnapshot[]>();
  const attended = new Set<Attended>();
  const attendance = attendDevices({
    bus,
    attend(device, leaving) {
      const readers = matchCardReaders(device);
      return readers.length === 0 ? null : attendAll(readers, leaving);
    },
    leftBecause: (why) =>
      why === 'detached'
        ? new CardError('reader-gone', 'The reader was detached')
        : new CardError('aborted', 'The card reader manager is closing'),
    onTrouble: options.onTrouble,
  });

  return {
    snapshot,
    onChanged: changes.add,
    async withCard(readerKey, work, { signal } = {}) {
      attendance.closing.throwIfAborted();
      const desk = chooseDesk(allDesks(), readerKey);
      const reason = refusal(desk);
      if (!desk || reason) throw reason;
      return await desk.queue.add(work, signal);
    },
    close: attendance.close,
  };

  function allDesks(): readonly SlotDesk[] {
    // One just detached may already be plugged in again under another key.
    const here = [...attended].filter(({ leaving }) => !leaving.aborted);
    return here.flatMap(({ desks }) => [...desks.values()]);
  }

  function snapshot(): readonly ReaderSnapshot[] {
    return allDesks().map((desk) => desk.snapshot());
  }

  /** One device may hold several readers, each with a queue of its own. */
  async function attendAll(readers: readonly MatchedCardReader[], leaving: AbortSignal): Promise<void> {
    await Promise.all(readers.map((reader) => attend(reader, leaving)));
  }

  async function attend(reader: MatchedCardReader, leaving: AbortSignal): Promise<void> {
    const desks = new Map<number, SlotDesk>();
    const deskOf = (slot: number): SlotDesk => {
      const key = `${reader.device.key}/${reader.interfaceNumber}/${slot}`;
      const known = desks.get(slot);
      const about = { key, model: reader.model.name, face: reader.face };
      const desk = known ?? createSlotDesk(about, () => changes.emit(snapshot()));
      desks.set(slot, desk);
      return desk;
    };
    const entry: Attended = { leaving, desks };
    attended.add(entry);
    const done = attendReader({ bus, reader, clock, timing, leaving, deskOf });
    changes.emit(snapshot());
    await done;
    attended.delete(entry);
    for (const desk of desks.values()) {
      desk.queue.refuse(toLeft(leaving));
      desk.apply({ kind: 'detached' });
    }
  }
}

function toLeft(leaving: AbortSignal): CardError {
  return leaving.reason instanceof CardError
    ? leaving.reason
    : new CardError('reader-gone', 'The reader left');
}
