import { missingCase } from '../missing-case.ts';
import { TransportError } from '../transport/transport-error.ts';

/**
 * Why a reader cannot be used.
 *
 * - `reader-busy`: another program holds it; on Linux usually pcscd
 * - `denied`: the operating system refuses access
 * - `unplugged`: it left the bus, or was closed
 * - `silent`: it takes commands and does not answer
 * - `stalled`: an endpoint stalls
 * - `hardware`: it reported a fault of its own
 * - `unsupported`: it works in a way this driver does not speak, such as character by character
 * - `error`: it sent what the specification does not allow
 */
export type ReaderReason =
  | 'reader-busy'
  | 'denied'
  | 'unplugged'
  | 'silent'
  | 'stalled'
  | 'hardware'
  | 'unsupported'
  | 'error';

/** The reader as a whole, not one command to a card, has failed. */
export class ReaderFailure extends Error {
  override readonly name = 'ReaderFailure';
  readonly reason: ReaderReason;

  constructor(reason: ReaderReason, message: string, evidence: { cause?: unknown } = {}) {
    super(message, { cause: evidence.cause });
    this.reason = reason;
  }
}

/** Anything opening or using a reader can throw, as a `ReaderFailure`. */
export function toReaderFailure(error: unknown): ReaderFailure {
  if (error instanceof ReaderFailure) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new ReaderFailure(error instanceof TransportError ? transportReason(error) : 'error', message, {
    cause: error,
  });
}

function transportReason({ kind }: TransportError): ReaderReason {
  switch (kind) {
    case 'busy':
      return 'reader-busy';
    case 'denied':
      return 'denied';
    case 'gone':
    case 'aborted':
      return 'unplugged';
    case 'timeout':
      return 'silent';
    case 'stall':
      return 'stalled';
    case 'babble':
    case 'protocol':
      return 'error';
    default:
      return missingCase(kind);
  }
}
