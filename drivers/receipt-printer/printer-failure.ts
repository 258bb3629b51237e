import { missingCase } from '../missing-case.ts';
import { TransportError } from '../transport/transport-error.ts';
import type { PrintReason } from './print-result.ts';

/** The printer did not behave as one: no answer in time, or nonsense. */
export class PrinterFailure extends Error {
  override readonly name = 'PrinterFailure';
  readonly reason: PrintReason;

  constructor(reason: PrintReason, message: string) {
    super(message);
    this.reason = reason;
  }
}

/** The reason to show for anything a transport, a link or an aborted signal can throw. */
export function failureReason(error: unknown): PrintReason {
  if (error instanceof PrinterFailure) return error.reason;
  if (!(error instanceof TransportError)) return isAbort(error) ? 'aborted' : 'error';
  switch (error.kind) {
    case 'gone':
      return 'unplugged';
    case 'busy':
      return 'held-elsewhere';
    case 'denied':
      return 'denied';
    case 'stall':
    case 'timeout':
      return 'stalled';
    case 'aborted':
      // The link aborts its transfers when it fails, and the cause then tells why.
      return isTyped(error.cause) ? failureReason(error.cause) : 'aborted';
    case 'babble':
    case 'protocol':
      return 'error';
    default:
      return missingCase(error.kind);
  }
}

function isTyped(error: unknown): boolean {
  return error instanceof TransportError || error instanceof PrinterFailure;
}

/** What `AbortController.abort()` throws when it is given no reason. */
function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
