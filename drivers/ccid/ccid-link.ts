/**
 * An open reader: one command at a time with its sequence number, time extensions, aborts, notifications.
 * A link that failed once stays failed; its owner closes it and opens another.
 */
import type { Clock } from '../clock.ts';
import { createListeners, type Unsubscribe } from '../listeners.ts';
import type { MatchedCardReader } from '../registry/match-card-reader.ts';
import { CardError } from '../smart-card/card-error.ts';
import { readConfiguration } from '../transport/configuration-descriptor.ts';
import { TransportError } from '../transport/transport-error.ts';
import type { TransferOptions, UsbBus, UsbTransport } from '../transport/usb-transport.ts';
import { createAnswerReader, type WantedAnswer } from './answer-reader.ts';
import { CcidCommandError } from './ccid-command-error.ts';
import { type CcidDescriptor, findCcidDescriptor } from './ccid-descriptor.ts';
import { answerKind, type CcidCommand, type CcidResponse, encodeCommand } from './ccid-message.ts';
import type { CcidNotification } from './ccid-notification.ts';
import { abortRequest } from './ccid-request.ts';
import { listenForNotifications } from './notification-listener.ts';
import { ReaderFailure, toReaderFailure } from './reader-failure.ts';
import type { ReaderTiming } from './reader-timing.ts';
import { createTurns } from './turns.ts';

/** Time extensions within one exchange; a reader that asks more often than a deadline lets pass is broken. */
const MOST_EXTENSIONS = 1_000;

/** One answer and the notices of time extension before it. */
const MOST_OLD_MESSAGES = 16;
/** Longer than any message, and whole packets of every size. */
const DRAIN_LENGTH = 65_536 + 1_024;

export interface CcidLink {
  readonly descriptor: CcidDescriptor;
  /** Whether the reader reports changes by itself; false from the moment its interrupt endpoint fails. */
  notifies(): boolean;
  /**
   * Runs one command; commands of all slots take turns. Fails with a `CcidCommandError` when the reader fails it, with
   * `CardError` `timeout` or the signal's reason when it was given up, or with a `ReaderFailure`.
   */
  exchange(slot: number, command: CcidCommand, options: ExchangeOptions): Promise<CcidResponse>;
  onNotification(listener: (notification: CcidNotification) => void): Unsubscribe;
  /** Fires with a `ReaderFailure`. */
  readonly failed: AbortSignal;
  /** Never rejects. */
  close(): Promise<void>;
}

export interface ExchangeOptions {
  /** The longest silence, in milliseconds. */
  readonly answerMs: number;
  /** Gives the command up; its reason, when a `CardError`, is what the exchange fails with. */
  readonly signal?: AbortSignal | undefined;
}

export interface LinkOptions {
  readonly bus: UsbBus;
  readonly reader: MatchedCardReader;
  readonly clock: Clock;
  readonly timing: ReaderTiming;
  /** Ends the opening early; an open link outlives it. */
  readonly leaving: AbortSignal;
}

/** Claims the reader and learns what it can do. Fails with a `ReaderFailure`. */
export async function openCcidLink(options: LinkOptions): Promise<CcidLink> {
  const { bus, reader, timing, leaving: signal } = options;
  let transport: UsbTransport | null = null;
  try {
    transport = await bus.open(reader.device, reader.interfaceNumber);
    const configuration = await readConfiguration(transport, { deadlineMs: timing.commandMs, signal });
    const descriptor = findCcidDescriptor(configuration, reader.interfaceNumber);
    if (!descriptor) throw new ReaderFailure('error', 'The reader does not say what it can do');
    if (descriptor.level === 'character') {
      throw new ReaderFailure('unsupported', 'The reader moves single characters');
    }
    await drain(transport, reader, { deadlineMs: timing.drainMs, signal });
    return createLink(options, transport, descriptor);
  } catch (error) {
    await transport?.close();
    throw toReaderFailure(error);
  }
}

function createLink(options: LinkOptions, transport: UsbTransport, descriptor: CcidDescriptor): CcidLink {
  const { reader, clock, timing } = options;
  const failure = new AbortController();
  const notifications = createListeners<CcidNotification>();
  const turns = createTurns();
  const answers = createAnswerReader({
    transport,
    endpoint: reader.endpointIn,
    packetSize: reader.packetSize,
    maximumMessageLength: descriptor.maximumMessageLength,
    clock,
    failed: failure.signal,
    fail,
  });
  let sequence = 0;
  const stopGone = transport.onGone(() => fail(new TransportError('gone', 'The reader left the bus')));
  const listening = listenForNotifications({
    transport,
    endpoint: reader.interrupt,
    slots: descriptor.slots,
    clock,
    restMs: timing.pollMs,
    ended: failure.signal,
    fail,
    onNotification(notification) {
      notifications.emit(notification);
      if (notification.kind === 'hardware-error') {
        fail(new ReaderFailure('hardware', `The reader reported hardware error ${notification.code}`));
      }
    },
  });

  return {
    descriptor,
    notifies: listening.isListening,
    exchange: (slot, command, exchange) => turns.run(() => run(slot, command, exchange)),
    onNotification: notifications.add,
    failed: failure.signal,
    async close() {
      stopGone();
      fail(new ReaderFailure('unplugged', 'The reader was closed'));
      await transport.close();
      await Promise.all([listening.ended, answers.ended()]);
    },
  };

  async function run(slot: number, command: CcidCommand, { answerMs, signal }: ExchangeOptions) {
    failure.signal.throwIfAborted();
    if (signal?.aborted) throw givenUp(signal);
    const number = nextSequence();
    const message = encodeCommand(command, slot, number);
    if (message.length > descriptor.maximumMessageLength) {
      throw new CardError('protocol', `The reader takes no message of ${message.length} bytes`);
    }
    const wanted = { slot, sequence: number, signal };
    let pending = ask(message, { ...wanted, deadlineMs: answerMs });
    let multiplier = 1;
    for (let extensions = 0; extensions <= MOST_EXTENSIONS; extensions += 1) {
      const response = await pending;
      if (response === 'given-up' || response === 'silent') {
        await abandon(slot);
        if (response === 'given-up' && signal) throw givenUp(signal);
        throw new CardError('timeout', `The reader did not answer within ${answerMs * multiplier} ms`);
      }
      if (response.kind !== answerKind(command)) {
        throw fail(new ReaderFailure('error', `The reader answered ${command.kind} with ${response.kind}`));
      }
      if (response.outcome === 'failed') throw new CcidCommandError(response.error, response.card);
      if (response.outcome === 'done') return response;
      if (command.kind !== 'power-on' && command.kind !== 'transfer-block') break;
      multiplier = Math.max(1, response.error);
      pending = answers.next({ ...wanted, deadlineMs: answerMs * multiplier });
    }
    throw fail(new ReaderFailure('error', `The reader asks for time without end over ${command.kind}`));
  }

  /** Makes the reader give up what it works on, so that the next command finds it free (CCID 1.1, 5.3.1). */
  async function abandon(slot: number): Promise<void> {
    const number = nextSequence();
    const setup = abortRequest(reader.interfaceNumber, slot, number);
    // A reader without the request stalls it; the message alone then has to do.
    await transport.controlOut(setup, new Uint8Array(), { deadlineMs: timing.abortMs }).catch(() => {});
    const message = encodeCommand({ kind: 'abort' }, slot, number);
    const answer = await ask(message, { slot, sequence: number, deadlineMs: timing.abortMs });
    if (answer === 'silent') throw fail(new ReaderFailure('silent', 'The reader does not give up a command'));
  }

  /** Listens before it speaks: a reader with an old answer to give may take nothing new until that is read. */
  async function ask(message: Uint8Array, wanted: WantedAnswer) {
    const answer = answers.next(wanted);
    answer.catch(() => {});
    try {
      await transport.transferOut(reader.endpointOut, message, { deadlineMs: timing.commandMs });
    } catch (error) {
      throw fail(error);
    }
    return await answer;
  }

  /** The first failure is the one that counts. */
  function fail(error: unknown): ReaderFailure {
    if (!failure.signal.aborted) failure.abort(toReaderFailure(error));
    return toReaderFailure(failure.signal.reason);
  }

  function nextSequence(): number {
    const number = sequence;
    sequence = (sequence + 1) & 0xff;
    return number;
  }
}

/** Throws away what the reader still had to say to an earlier owner: its answer could pass for one to this one. */
async function drain(
  transport: UsbTransport,
  reader: MatchedCardReader,
  options: TransferOptions,
): Promise<void> {
  for (let messages = 0; messages < MOST_OLD_MESSAGES; messages += 1) {
    try {
      await transport.transferIn(reader.endpointIn, DRAIN_LENGTH, options);
    } catch (error) {
      if (error instanceof TransportError && error.kind === 'timeout') return;
      throw error;
    }
  }
  throw new ReaderFailure('error', 'The reader talks without being asked');
}

function givenUp(signal: AbortSignal): CardError {
  if (signal.reason instanceof CardError) return signal.reason;
  return new CardError('aborted', 'The caller gave up', { cause: signal.reason });
}
