import type { Clock } from '../clock.ts';
import { TransportError } from '../transport/transport-error.ts';
import type { UsbTransport } from '../transport/usb-transport.ts';
import { type CcidResponse, decodeResponse } from './ccid-message.ts';
import { ReaderFailure } from './reader-failure.ts';

/**
 * A read outlasts the wait for its answer by this much. It is never cut short while an answer is due: one that comes
 * just as the system takes a read back is lost, as a real kernel showed with reads renewed every second.
 */
const READ_SLACK_MS = 1_000;
/** Answers to commands of an earlier owner, or empty packets, before the reader is taken for broken. */
const MOST_STRAY_MESSAGES = 16;

export interface AnswerReaderOptions {
  readonly transport: UsbTransport;
  readonly endpoint: number;
  readonly packetSize: number;
  readonly maximumMessageLength: number;
  readonly clock: Clock;
  readonly failed: AbortSignal;
  readonly fail: (error: unknown) => void;
}

/** The bulk IN endpoint, read only while an answer is due. No caller cuts a read short either, for the same reason. */
export interface AnswerReader {
  /**
   * The next message for this slot and sequence number, one caller at a time. Ends as `silent` after `deadlineMs`, as
   * `given-up` when the signal fires; fails with the link's failure.
   */
  next(wanted: WantedAnswer): Promise<CcidResponse | 'silent' | 'given-up'>;
  /** Resolves when no read is pending. */
  ended(): Promise<void>;
}

export interface WantedAnswer {
  readonly slot: number;
  readonly sequence: number;
  readonly deadlineMs: number;
  readonly signal?: AbortSignal | undefined;
}

export function createAnswerReader(options: AnswerReaderOptions): AnswerReader {
  const { transport, endpoint, clock, failed, fail } = options;
  // A host controller moves whole packets, and asking for less than one invites babble.
  const readLength = Math.ceil(options.maximumMessageLength / options.packetSize) * options.packetSize;
  let waiting: { wanted: WantedAnswer; arrived(response: CcidResponse): void } | null = null;
  let reading = false;
  let lastRead: Promise<void> = Promise.resolve();
  let strays = 0;

  return {
    next(wanted) {
      const answer = wait(wanted);
      if (!reading) lastRead = read();
      return answer;
    },
    ended: () => lastRead,
  };

  function wait(wanted: WantedAnswer): Promise<CcidResponse | 'silent' | 'given-up'> {
    const { deadlineMs, signal } = wanted;
    return new Promise((resolve, reject) => {
      if (failed.aborted) return reject(failed.reason);
      if (signal?.aborted) return resolve('given-up');
      const settle = (end: () => void) => {
        waiting = null;
        cancel();
        failed.removeEventListener('abort', onFailed);
        signal?.removeEventListener('abort', onGivenUp);
        end();
      };
      const onFailed = () => settle(() => reject(failed.reason));
      const onGivenUp = () => settle(() => resolve('given-up'));
      const cancel = clock.after(deadlineMs, () => settle(() => resolve('silent')));
      failed.addEventListener('abort', onFailed, { once: true });
      signal?.addEventListener('abort', onGivenUp, { once: true });
      waiting = { wanted, arrived: (response) => settle(() => resolve(response)) };
    });
  }

  async function read(): Promise<void> {
    reading = true;
    strays = 0;
    while (waiting && !failed.aborted) {
      try {
        const deadlineMs = waiting.wanted.deadlineMs + READ_SLACK_MS;
        receive(await transport.transferIn(endpoint, readLength, { deadlineMs }));
      } catch (error) {
        if (!(error instanceof TransportError && error.kind === 'timeout')) fail(error);
      }
    }
    reading = false;
  }

  function receive(bytes: Uint8Array) {
    const response = bytes.length > 0 ? decodeResponse(bytes) : 'empty';
    if (!response)
      return fail(new ReaderFailure('error', `The reader sent ${bytes.length} bytes of nonsense`));
    if (response !== 'empty' && waiting && isFor(waiting.wanted, response)) return waiting.arrived(response);
    strays += 1;
    if (strays > MOST_STRAY_MESSAGES)
      fail(new ReaderFailure('error', 'The reader answers what nobody asked'));
  }
}

function isFor(wanted: WantedAnswer, response: CcidResponse): boolean {
  return response.slot === wanted.slot && response.sequence === wanted.sequence;
}
