import { missingCase } from '../missing-case.ts';
import { TransportError } from '../transport/transport-error.ts';
import type { CaptureReason } from './capture-result.ts';
import { RESPONSE } from './ptp-codes.ts';

/** The camera did not do what was asked, or did not behave as one. */
export class CameraFailure extends Error {
  override readonly name = 'CameraFailure';
  readonly reason: CaptureReason;
  /** The camera's answer; null when the failure is not one. A camera that answers is still in step. */
  readonly responseCode: number | null;

  constructor(reason: CaptureReason, message: string, responseCode: number | null = null) {
    super(message);
    this.reason = reason;
    this.responseCode = responseCode;
  }
}

export function responseFailure(operation: number, responseCode: number): CameraFailure {
  const words = `Operation ${operation.toString(16)} was answered with ${responseCode.toString(16)}`;
  return new CameraFailure(responseReason(responseCode), words, responseCode);
}

function responseReason(responseCode: number): CaptureReason {
  switch (responseCode) {
    case RESPONSE.deviceBusy:
      return 'camera-busy';
    case RESPONSE.storeFull:
      return 'store-full';
    case RESPONSE.storeNotAvailable:
    case RESPONSE.storeReadOnly:
      return 'no-store';
    case RESPONSE.operationNotSupported:
      return 'cannot-capture';
    default:
      return 'refused';
  }
}

/** The reason to show for anything a transport, a session or an aborted signal can throw. */
export function failureReason(error: unknown): CaptureReason {
  if (error instanceof CameraFailure) return error.reason;
  if (!(error instanceof TransportError)) return isAbort(error) ? 'aborted' : 'error';
  switch (error.kind) {
    case 'gone':
      return 'unplugged';
    case 'busy':
      return 'held-elsewhere';
    case 'denied':
      return 'denied';
    case 'stall':
      return 'stalled';
    case 'timeout':
      return 'silent';
    case 'aborted':
      // A link aborts its transfers when it fails, and the cause then tells why.
      return isTyped(error.cause) ? failureReason(error.cause) : 'aborted';
    case 'babble':
    case 'protocol':
      return 'error';
    default:
      return missingCase(error.kind);
  }
}

function isTyped(error: unknown): boolean {
  return error instanceof TransportError || error instanceof CameraFailure;
}

/** What `AbortController.abort()` throws when it is given no reason. */
function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
