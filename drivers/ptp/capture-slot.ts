import { TransportError } from '../transport/transport-error.ts';
import type { CaptureProgress, CaptureReason, CaptureResult } from './capture-result.ts';

export interface CaptureRequest {
  /** Fires with a `TransportError` when the caller gives up, whatever reason the caller gave. */
  readonly signal: AbortSignal;
  readonly onProgress: CaptureProgress | undefined;
  finish(result: CaptureResult): void;
}

/** Room for one capture: a person stands in front of the camera, and a second picture would be of nobody. */
export interface CaptureSlot {
  /** Ends at once as `camera-busy` while another is under way. */
  request(signal?: AbortSignal, onProgress?: CaptureProgress): Promise<CaptureResult>;
  /** The waiting request, or null once the signal fires. It stays in the slot until it is finished. */
  take(signal: AbortSignal): Promise<CaptureRequest | null>;
  /** Ends the request in the slot, started or not, as failed. */
  refuse(reason: CaptureReason): void;
}

export function createCaptureSlot(): CaptureSlot {
  let current: CaptureRequest | null = null;
  let taken = false;
  let wake = () => {};

  return {
    request(signal, onProgress) {
      return new Promise((resolve) => {
        if (signal?.aborted) return resolve({ outcome: 'failed', reason: 'aborted' });
        if (current) return resolve({ outcome: 'failed', reason: 'camera-busy' });
        const controller = new AbortController();
        const abort = () => {
          const words = 'The caller gave up the picture';
          controller.abort(new TransportError('aborted', words, { cause: signal?.reason }));
          if (!taken) request.finish({ outcome: 'failed', reason: 'aborted' });
        };
        const request: CaptureRequest = {
          signal: controller.signal,
          onProgress,
          finish(result) {
            signal?.removeEventListener('abort', abort);
            if (current === request) current = null;
            resolve(result);
          },
        };
        signal?.addEventListener('abort', abort, { once: true });
        current = request;
        taken = false;
        wake();
      });
    },
    take(signal) {
      return new Promise((resolve) => {
        const look = () => {
          if (!signal.aborted && !current) return;
          wake = () => {};
          signal.removeEventListener('abort', look);
          taken = !signal.aborted;
          resolve(signal.aborted ? null : current);
        };
        signal.addEventListener('abort', look, { once: true });
        wake = look;
        look();
      });
    },
    refuse(reason) {
      current?.finish({ outcome: 'failed', reason });
    },
  };
}
