import { connectCard } from '../ccid/card-connection.ts';
import type { CcidLink } from '../ccid/ccid-link.ts';
import type { ReaderTiming } from '../ccid/reader-timing.ts';
import { toCardError } from '../ccid/to-card-error.ts';
import { type Clock, pause } from '../clock.ts';
import { CardError } from './card-error.ts';
import type { QueuedSession } from './session-queue.ts';
import type { SlotDesk } from './slot-desk.ts';
import { slotPresence } from './slot-presence.ts';

export interface SlotAttendantOptions {
  readonly link: CcidLink;
  readonly slot: number;
  readonly desk: SlotDesk;
  readonly clock: Clock;
  readonly timing: ReaderTiming;
  readonly shortApduOnly: boolean;
  /** Fires with a `CardError` when the reader failed or left, or the manager closes. */
  readonly left: AbortSignal;
}

/** Serves one slot of an open reader until `left` fires. Fails with a `ReaderFailure` when the reader does. */
export async function attendSlot(options: SlotAttendantOptions): Promise<void> {
  const { link, slot, desk, clock, timing, left } = options;
  let endSession: ((error: CardError) => void) | null = null;
  const stopListening = link.onNotification((notification) => {
    const change = notification.kind === 'slot-change' ? notification.slots[slot] : undefined;
    if (!change?.changed) return;
    desk.noteCard(change.present ? 'present' : 'absent');
    if (!change.present) endSession?.(new CardError('removed', 'The card was taken away'));
  });
  try {
    while (!left.aborted) {
      const session = desk.queue.take();
      if (session) await serve(session);
      else await idle();
      if (!left.aborted) await look();
    }
  } finally {
    stopListening();
  }

  async function serve(session: QueuedSession): Promise<void> {
    desk.apply({ kind: 'work-started' });
    const removed = new AbortController();
    const ended = AbortSignal.any([session.signal, removed.signal, left]);
    const over = new AbortController();
    endSession = (error) => {
      // The reader is about to end the exchange in its own way; only a reader that does not is cut short.
      void pause(clock, timing.removalMs, over.signal).then(() => removed.abort(error));
    };
    const tell = await converse(session, ended);
    endSession = null;
    over.abort();
    desk.apply({ kind: 'work-finished' });
    tell();
  }

  async function converse(session: QueuedSession, ended: AbortSignal): Promise<() => void> {
    const { shortApduOnly } = options;
    try {
      const connection = await connectCard({ link, slot, clock, timing, shortApduOnly, signal: ended });
      const tell = await session.run(connection.channel, ended);
      await connection.close();
      return tell;
    } catch (error) {
      return () => session.fail(toCardError(error));
    }
  }

  /** Until a session is wanted, or it is time to look into the slot again. */
  async function idle(): Promise<void> {
    const woken = new AbortController();
    const wake = () => woken.abort();
    desk.queue.onAdded(wake);
    left.addEventListener('abort', wake, { once: true });
    await pause(clock, link.notifies() ? timing.watchMs : timing.pollMs, woken.signal);
    left.removeEventListener('abort', wake);
    desk.queue.onAdded(null);
  }

  async function look(): Promise<void> {
    desk.noteCard(await slotPresence(link, slot, timing.commandMs));
  }
}
