/**
 * An open printer: writes in order, a read loop that sorts the answers, questions with deadlines.
 * A link that failed once stays failed; its owner closes it and opens another.
 */
import { type Clock, pause } from '../clock.ts';
import { createListeners, type Unsubscribe } from '../listeners.ts';
import { missingCase } from '../missing-case.ts';
import type { MatchedPrinter } from '../registry/match-printer.ts';
import { TransportError } from '../transport/transport-error.ts';
import type { UsbBus } from '../transport/usb-transport.ts';
import { createAnswerWait } from './answer-wait.ts';
import type { PaperStatus } from './paper-status.ts';
import {
  decodePortStatus,
  getPortStatusRequest,
  type PortStatus,
  softResetRequest,
} from './printer-class.ts';
import { PrinterFailure } from './printer-failure.ts';
import type { PrinterStatus } from './printer-status.ts';
import type { PrinterTiming } from './printer-timing.ts';
import { decodeRealTimeStatus, encodeRealTimeQuery, REAL_TIME_QUERIES } from './real-time-status.ts';
import { createStatusStream, type StatusMessage } from './status-stream.ts';

/** One full-speed packet: the longest answer is four bytes, and asking for less invites babble. */
const READ_LENGTH = 64;
/** Bounds how long a closed link can stay in the system's USB stack. */
const READ_DEADLINE_MS = 1_000;
/** Some printers answer a read with no bytes at once; without a rest the loop would spin. */
const EMPTY_READ_REST_MS = 50;

export interface PrinterLink {
  /**
   * Writes bytes; `deadlineMs` bounds the whole write. Fails with a `TransportError`.
   * The signal, when given, replaces `failed`: combine the two where the write may last.
   */
  write(bytes: Uint8Array, deadlineMs: number, signal?: AbortSignal): Promise<void>;
  /** Asks the four real-time questions. Fails with `PrinterFailure` `silent` or `error`, or a `TransportError`. */
  askStatus(signal?: AbortSignal): Promise<PrinterStatus>;
  /** Expects the answer to a `GS r 1` about to be written; waits until it comes, the link fails or the signal fires. */
  expectPaperStatus(signal: AbortSignal): Promise<PaperStatus>;
  /** Over the control endpoint, so it works while the printer takes no more bytes; null when it makes no sense. */
  portStatus(): Promise<PortStatus | null>;
  /** Changes the printer reports by itself. */
  onStatus(listener: (status: PrinterStatus) => void): Unsubscribe;
  /** Fires with the first failure of the read loop, or `gone`. */
  readonly failed: AbortSignal;
  close(): Promise<void>;
}

export interface LinkOptions {
  readonly bus: UsbBus;
  readonly printer: MatchedPrinter;
  readonly clock: Clock;
  readonly timing: PrinterTiming;
  /** Ends the opening early; an open link outlives it. */
  readonly leaving: AbortSignal;
}

/** Opens, flushes what an earlier owner left in the printer, and drops stale answers. */
export async function openPrinterLink(options: LinkOptions): Promise<PrinterLink> {
  const { bus, printer, clock, timing, leaving } = options;
  const transport = await bus.open(printer.device, printer.interfaceNumber);
  const failure = new AbortController();
  const closing = new AbortController();
  const statuses = createListeners<PrinterStatus>();
  const stream = createStatusStream();
  const realTimeAnswer = createAnswerWait<number>(clock, failure.signal);
  const paperAnswer = createAnswerWait<PaperStatus>(clock, failure.signal);
  const softReset = softResetRequest(printer.interfaceNumber);
  const stopGone = transport.onGone(() => fail(new TransportError('gone', 'The printer left the bus')));
  let writeGivenUp = false;
  const reading = readLoop();

  try {
    await transport.controlOut(softReset, new Uint8Array(), { deadlineMs: timing.answerMs });
    const ended = AbortSignal.any([failure.signal, leaving]);
    await pause(clock, timing.drainMs, ended);
    ended.throwIfAborted();
  } catch (error) {
    await close();
    throw error;
  }

  return {
    write,
    askStatus,
    expectPaperStatus: (signal) => paperAnswer.next(null, signal),
    portStatus,
    onStatus: statuses.add,
    failed: failure.signal,
    close,
  };

  async function write(bytes: Uint8Array, deadlineMs: number, signal?: AbortSignal) {
    failure.signal.throwIfAborted();
    try {
      await transport.transferOut(printer.endpointOut, bytes, {
        deadlineMs,
        signal: signal ?? failure.signal,
      });
    } catch (error) {
      writeGivenUp = true;
      throw error;
    }
  }

  async function askStatus(signal?: AbortSignal): Promise<PrinterStatus> {
    const answers: number[] = [];
    for (const query of REAL_TIME_QUERIES) {
      const answer = realTimeAnswer.next(timing.answerMs, signal);
      try {
        await write(encodeRealTimeQuery(query), timing.answerMs, signal);
      } catch (error) {
        realTimeAnswer.forget();
        throw error;
      }
      answers.push(await answer);
    }
    const status = decodeRealTimeStatus(answers);
    if (!status) throw new PrinterFailure('error', `Real-time answers ${answers.join(' ')} make no sense`);
    return status;
  }

  async function portStatus() {
    const setup = getPortStatusRequest(printer.interfaceNumber);
    const options = { deadlineMs: timing.answerMs, signal: failure.signal };
    return decodePortStatus(await transport.controlIn(setup, 1, options));
  }

  async function readLoop() {
    const options = { deadlineMs: READ_DEADLINE_MS, signal: closing.signal };
    while (!closing.signal.aborted) {
      try {
        const bytes = await transport.transferIn(printer.endpointIn, READ_LENGTH, options);
        if (bytes.length === 0) await pause(clock, EMPTY_READ_REST_MS, closing.signal);
        for (const byte of bytes) for (const message of stream.push(byte)) receive(message);
      } catch (error) {
        if (error instanceof TransportError && error.kind === 'timeout') continue;
        if (!closing.signal.aborted) fail(error);
        return;
      }
    }
  }

  function receive(message: StatusMessage) {
    switch (message.kind) {
      case 'automatic':
        return statuses.emit(message.status);
      case 'real-time':
        return realTimeAnswer.arrived(message.byte);
      case 'paper':
        return paperAnswer.arrived(message.status);
      case 'garbage':
        // Nonsense while an answer is due may hide or forge that answer, so nothing that follows is trusted.
        if (realTimeAnswer.isWaiting() || paperAnswer.isWaiting()) {
          fail(new PrinterFailure('error', `The printer sent ${message.bytes.join(' ')}`));
        }
        return;
      default:
        return missingCase(message);
    }
  }

  function fail(error: unknown) {
    if (!failure.signal.aborted) failure.abort(error);
  }

  async function close() {
    stopGone();
    closing.abort();
    fail(new TransportError('gone', 'The link was closed'));
    // What an abandoned job left in the buffer must not come out later, nor what its last write still brings there.
    await flush();
    if (writeGivenUp) {
      await transport.endWrites();
      await flush();
    }
    await transport.close();
    await reading;
  }
  async function flush() {
    await transport.controlOut(softReset, new Uint8Array(), { deadlineMs: timing.answerMs }).catch(() => {});
  }
}
