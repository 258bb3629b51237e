import { type CcidLink, openCcidLink } from '../ccid/ccid-link.ts';
import { toReaderFailure } from '../ccid/reader-failure.ts';
import type { ReaderTiming } from '../ccid/reader-timing.ts';
import { toCardError } from '../ccid/to-card-error.ts';
import { type Clock, pause } from '../clock.ts';
import type { MatchedCardReader } from '../registry/match-card-reader.ts';
import type { UsbBus } from '../transport/usb-transport.ts';
import { attendSlot } from './slot-attendant.ts';
import type { SlotDesk } from './slot-desk.ts';
import { slotPresence } from './slot-presence.ts';

export interface ReaderAttendantOptions {
  readonly bus: UsbBus;
  readonly reader: MatchedCardReader;
  readonly clock: Clock;
  readonly timing: ReaderTiming;
  /** Fires with a `CardError` when the reader is detached or the manager closes. */
  readonly leaving: AbortSignal;
  /** The desk of a slot; made on first use. */
  readonly deskOf: (slot: number) => SlotDesk;
}

/** Stays with one attached reader until `leaving` fires: open, serve its slots, reopen. Never rejects. */
export async function attendReader(options: ReaderAttendantOptions): Promise<void> {
  const { clock, timing, leaving, deskOf } = options;
  let desks: readonly SlotDesk[] = [deskOf(0)];

  while (!leaving.aborted) {
    const failure = await openAndServe().then(() => null, toReaderFailure);
    if (!failure || leaving.aborted) continue;
    for (const desk of desks) {
      desk.apply({ kind: 'problem', reason: failure.reason });
      desk.queue.refuse(toCardError(failure));
    }
    await pause(clock, timing.retryMs, leaving);
  }

  async function openAndServe(): Promise<void> {
    const link = await openCcidLink(options);
    try {
      desks = Array.from({ length: link.descriptor.slots }, (_, slot) => deskOf(slot));
      await makeReady(link);
      await serve(link);
    } finally {
      await link.close();
    }
  }

  async function makeReady(link: CcidLink): Promise<void> {
    for (const bytes of options.reader.model.quirks.openingEscapes ?? []) {
      const command = { kind: 'escape', bytes: Uint8Array.from(bytes) } as const;
      await link.exchange(0, command, { answerMs: timing.commandMs }).catch(() => {});
    }
    for (const [slot, desk] of desks.entries()) {
      const card = await slotPresence(link, slot, timing.commandMs);
      desk.apply({ kind: 'well' });
      desk.noteCard(card);
    }
  }

  /** Every slot until one of them, or the link, fails; the first failure ends them all. */
  async function serve(link: CcidLink): Promise<void> {
    const left = new AbortController();
    const leave = () => left.abort(leaving.reason);
    const fail = () => left.abort(toCardError(link.failed.reason));
    leaving.addEventListener('abort', leave, { once: true });
    link.failed.addEventListener('abort', fail, { once: true });
    const shortApduOnly = options.reader.model.quirks.shortApduOnly ?? false;
    const failures: unknown[] = [];
    await Promise.all(
      desks.map((desk, slot) =>
        attendSlot({ link, slot, desk, clock, timing, shortApduOnly, left: left.signal }).catch((error) => {
          failures.push(error);
          left.abort(toCardError(error));
        }),
      ),
    );
    leaving.removeEventListener('abort', leave);
    link.failed.removeEventListener('abort', fail);
    if (link.failed.aborted) throw link.failed.reason;
    if (failures.length > 0) throw failures[0];
  }
}
