import { type Clock, pause } from '../clock.ts';
import type { DeviceEvent } from '../device-state.ts';
import type { MatchedPrinter } from '../registry/match-printer.ts';
import type { UsbBus } from '../transport/usb-transport.ts';
import { ENABLE_AUTOMATIC_STATUS } from './automatic-status.ts';
import { runPrintJob } from './print-job.ts';
import type { PrintQueue, QueuedJob } from './print-queue.ts';
import type { PrintReason } from './print-result.ts';
import { failureReason } from './printer-failure.ts';
import { openPrinterLink, type PrinterLink } from './printer-link.ts';
import { type PrinterStatus, statusProblem } from './printer-status.ts';
import type { PrinterTiming } from './printer-timing.ts';

export interface PrinterAttendantOptions {
  readonly bus: UsbBus;
  readonly printer: MatchedPrinter;
  readonly clock: Clock;
  readonly timing: PrinterTiming;
  readonly queue: PrintQueue;
  /** Fires when the printer is detached or the manager closes, with a `TransportError` that says which. */
  readonly leaving: AbortSignal;
  /** Whether an uncertain job may have left paper hanging; outlives the attachment. */
  readonly remains: { value: boolean };
  readonly onEvent: (event: DeviceEvent<PrintReason>) => void;
  readonly onNearEnd: (paperNearEnd: boolean) => void;
}

/** Stays with one attached printer until `leaving` fires: open, serve, reopen. Never rejects. */
export async function attendPrinter(options: PrinterAttendantOptions): Promise<void> {
  const { clock, timing, queue, leaving, remains, onEvent } = options;

  while (!leaving.aborted) {
    const failed = await openAndServe();
    if (failed && !leaving.aborted) {
      onEvent({ kind: 'problem', reason: failed });
      queue.close(failed);
      await pause(clock, timing.retryMs, leaving);
    }
  }

  /** Null when the printer is to be opened again at once, else why it cannot be used. */
  async function openAndServe(): Promise<PrintReason | null> {
    let link: PrinterLink | null = null;
    try {
      link = await openPrinterLink(options);
      note(await link.askStatus(leaving));
      queue.open();
      await serve(link);
      onEvent({ kind: 'reopening' });
      return null;
    } catch (error) {
      return failureReason(error);
    } finally {
      await link?.close();
    }
  }

  /** Returns after a job that leaves the printer in doubt; throws when the printer fails while idle. */
  async function serve(link: PrinterLink): Promise<void> {
    const stopStatus = link.onStatus(note);
    const left = AbortSignal.any([leaving, link.failed]);
    try {
      await link.write(ENABLE_AUTOMATIC_STATUS, timing.answerMs, left);
      for (;;) {
        left.throwIfAborted();
        const job = queue.take();
        if (!job) await idle(left);
        else if (!(await serveJob(link, job, left))) return;
        if (!job && !left.aborted) note(await link.askStatus(left));
      }
    } finally {
      stopStatus();
    }
  }

  /** False when the printer's buffers must be flushed before the next job. */
  async function serveJob(link: PrinterLink, job: QueuedJob, left: AbortSignal): Promise<boolean> {
    try {
      const status = await link.askStatus(left);
      note(status);
      const reason = statusProblem(status);
      if (reason) {
        job.finish({ outcome: 'not-printed', reason });
        return true;
      }
    } catch (error) {
      job.finish({ outcome: 'not-printed', reason: failureReason(error) });
      throw error;
    }
    onEvent({ kind: 'work-started' });
    const result = await runPrintJob({
      link,
      bytes: job.bytes,
      clock,
      timing,
      signal: AbortSignal.any([left, job.signal]),
      separate: remains.value,
      onProblem: (reason) => onEvent(reason ? { kind: 'problem', reason } : { kind: 'well' }),
    });
    // Whoever hears of it may put in paper at once: nothing of the job may be left that would then come out.
    if (result.outcome === 'uncertain') await link.close();
    remains.value = result.outcome === 'uncertain' || (remains.value && result.outcome === 'not-printed');
    onEvent({ kind: 'work-finished' });
    job.finish(result);
    return result.outcome === 'printed';
  }

  async function idle(left: AbortSignal) {
    const woken = new AbortController();
    const wake = () => woken.abort();
    queue.onAdded(wake);
    left.addEventListener('abort', wake, { once: true });
    await pause(clock, timing.pollMs, woken.signal);
    left.removeEventListener('abort', wake);
    queue.onAdded(null);
  }

  function note(status: PrinterStatus) {
    options.onNearEnd(status.paperNearEnd);
    const reason = statusProblem(status);
    onEvent(reason ? { kind: 'problem', reason } : { kind: 'well' });
  }
}
