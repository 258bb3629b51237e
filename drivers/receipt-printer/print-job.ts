import { type Clock, pause } from '../clock.ts';
import { TransportError } from '../transport/transport-error.ts';
import { ENABLE_AUTOMATIC_STATUS } from './automatic-status.ts';
import { createJobPatience } from './job-patience.ts';
import { REQUEST_PAPER_STATUS } from './paper-status.ts';
import type { PrintReason, PrintResult } from './print-result.ts';
import type { PortStatus } from './printer-class.ts';
import { failureReason } from './printer-failure.ts';
import type { PrinterLink } from './printer-link.ts';
import { statusProblem } from './printer-status.ts';
import type { PrinterTiming } from './printer-timing.ts';

/** Small enough that an abort or a fault is noticed between chunks, large enough to keep the print head busy. */
const CHUNK_BYTES = 1_024;

/** ESC @ (initialize), FS . (no two-byte characters), ESC M 0 (font A): moves no paper. ESC @ also ends GS a. */
const PROLOGUE = Uint8Array.of(0x1b, 0x40, 0x1c, 0x2e, 0x1b, 0x4d, 0x00, ...ENABLE_AUTOMATIC_STATUS);

/** ESC d 5, GS V 1: cuts off what an uncertain job left hanging, so that no paper carries two citizens' data. */
const SEPARATE_PAPER = Uint8Array.of(0x1b, 0x64, 0x05, 0x1d, 0x56, 0x01);

export interface PrintJobOptions {
  readonly link: PrinterLink;
  /** The encoded document, cut included. */
  readonly bytes: Uint8Array;
  readonly clock: Clock;
  readonly timing: PrinterTiming;
  /** Fires when the caller gives up, the link fails or the printer leaves; its reason tells which. */
  readonly signal: AbortSignal;
  /** Whether to cut off the remains of an earlier job first. */
  readonly separate: boolean;
  /** Told when the printer needs help in the middle of the job, and (with null) when it no longer does. */
  readonly onProblem: (problem: PrintReason | null) => void;
}

/** Sends one job and waits for its proof. Never rejects, never sends a byte of the job twice. */
export async function runPrintJob(options: PrintJobOptions): Promise<PrintResult> {
  const { link, bytes, clock, timing } = options;
  const patience = createJobPatience(clock, timing);
  const signal = AbortSignal.any([options.signal, patience.signal]);
  const writeDeadlineMs = timing.healthyMs + timing.attentionMs;
  let begun = false;
  let stopStatus = () => {};

  try {
    signal.throwIfAborted();
    await link.write(PROLOGUE, timing.answerMs, signal);
    if (options.separate) await link.write(SEPARATE_PAPER, timing.answerMs, signal);

    stopStatus = link.onStatus((status) => noteProblem(statusProblem(status)));
    for (let offset = 0; offset < bytes.length; offset += CHUNK_BYTES) {
      signal.throwIfAborted();
      await writePart(bytes.subarray(offset, offset + CHUNK_BYTES));
    }
    const paper = await confirm();
    // The sensor found the end while the last lines passed: whether they are on paper, only eyes can tell.
    return paper.paperOut ? { outcome: 'uncertain', reason: 'paper-out' } : { outcome: 'printed' };
  } catch (error) {
    return { outcome: begun ? 'uncertain' : 'not-printed', reason: failureReason(error) };
  } finally {
    stopStatus();
    patience.end();
  }

  async function writePart(part: Uint8Array) {
    patience.progress('stalled');
    try {
      await alongside(watchPort, link.write(part, writeDeadlineMs, signal));
      begun = true;
    } catch (error) {
      begun ||= !(error instanceof TransportError && error.bytesWritten === 0);
      throw error;
    }
  }

  async function confirm() {
    const answer = link.expectPaperStatus(signal);
    await writePart(REQUEST_PAPER_STATUS);
    patience.progress('silent');
    return await alongside(watchStatus, answer);
  }

  /** The real-time questions need a free endpoint, so they are for the wait after the last byte only. */
  async function watchStatus(stop: AbortSignal) {
    for (let waitedMs = 0; !stop.aborted; waitedMs += timing.pollMs) {
      await pause(clock, timing.pollMs, stop);
      if (stop.aborted) return;
      const status = await link.askStatus(stop).catch(() => null);
      if (!status) continue;
      noteProblem(statusProblem(status));
      // A printer that says it is well is still printing, but not for ever.
      if (statusProblem(status) === null && waitedMs < timing.attentionMs) patience.progress('silent');
    }
  }

  async function watchPort(stop: AbortSignal) {
    let noted: PrintReason | null = null;
    for (;;) {
      await pause(clock, timing.stuckMs, stop);
      if (stop.aborted) return;
      const status = await link.portStatus().catch(() => null);
      const problem = status && portProblem(status);
      // The port knows less than the printer's own reports, so it only takes back what it said itself.
      if (problem ? patience.problem() === null : noted !== null && noted === patience.problem()) {
        noted = problem;
        noteProblem(problem);
      }
    }
  }

  function noteProblem(problem: PrintReason | null) {
    if (problem === patience.problem()) return;
    patience.setProblem(problem);
    options.onProblem(problem);
  }
}

/** Runs a watch for as long as the work takes, and waits for both. */
async function alongside<Value>(
  watch: (stop: AbortSignal) => Promise<void>,
  work: Promise<Value>,
): Promise<Value> {
  const stop = new AbortController();
  const watching = watch(stop.signal);
  try {
    return await work;
  } finally {
    stop.abort();
    await watching;
  }
}

function portProblem(status: PortStatus): PrintReason | null {
  if (status.paperEmpty) return 'paper-out';
  return status.error || !status.selected ? 'offline' : null;
}
