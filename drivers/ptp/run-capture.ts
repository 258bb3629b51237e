import { type Clock, pause } from '../clock.ts';
import { collectAddedObjects } from './added-objects.ts';
import { CameraFailure, failureReason } from './camera-failure.ts';
import type { CameraTiming } from './camera-timing.ts';
import type { CaptureProgress, CaptureResult } from './capture-result.ts';
import { FORMAT, OPERATION, RESPONSE } from './ptp-codes.ts';
import type { PtpSession } from './ptp-session.ts';
import { readPicture } from './read-picture.ts';

export interface CaptureOptions {
  readonly session: PtpSession;
  readonly clock: Clock;
  readonly timing: CameraTiming;
  /** Fires when the caller gives up, the session fails or the camera leaves; its reason tells which. */
  readonly signal: AbortSignal;
  readonly onProgress?: CaptureProgress | undefined;
}

/**
 * Takes one picture, reads it and deletes it from the camera, where no citizen's face should stay. Never rejects.
 * `settled` is false when the camera may still send a picture nobody waits for: the session must then be opened anew.
 */
export async function runCapture(
  options: CaptureOptions,
): Promise<{ readonly result: CaptureResult; readonly settled: boolean }> {
  const { session, clock, timing, signal } = options;
  const objects = collectAddedObjects(session, clock, timing.captureMs, signal);
  let ordered = false;

  try {
    const transaction = await order();
    ordered = true;
    const { handle, size } = await nextJpeg(transaction);
    const { jpeg, width, height } = await readPicture({
      session,
      handle,
      size,
      signal,
      onProgress: options.onProgress,
    });
    const leftOnCamera = !(await remove(handle));
    return ended({ outcome: 'captured', jpeg, width, height, leftOnCamera }, true);
  } catch (error) {
    const reason = failureReason(error);
    return ended({ outcome: 'failed', reason }, !ordered);
  } finally {
    objects.end();
  }

  function ended(result: CaptureResult, settled: boolean) {
    return { result, settled: settled && session.inStep() };
  }

  /** A camera that writes an earlier picture or charges its flash says it is busy, and soon is not. */
  async function order(): Promise<number> {
    for (let waited = 0; ; waited += timing.busyPauseMs) {
      try {
        return await session.initiateCapture(signal);
      } catch (error) {
        const busy = error instanceof CameraFailure && error.responseCode === RESPONSE.deviceBusy;
        if (!busy || waited >= timing.busyMs) throw error;
        await pause(clock, timing.busyPauseMs, signal);
        signal.throwIfAborted();
      }
    }
  }

  /** Raw files and folders are passed over; the JPEG of the same release follows or has come. */
  async function nextJpeg(transaction: number): Promise<{ handle: number; size: number }> {
    for (;;) {
      const handle = await objects.next(transaction);
      const { format, size } = await session.objectInfo(handle, signal);
      if (format === FORMAT.exifJpeg || format === FORMAT.jfif) return { handle, size };
    }
  }

  async function remove(handle: number): Promise<boolean> {
    if (!session.supports(OPERATION.deleteObject)) return false;
    try {
      await session.deleteObject(handle, signal);
      return true;
    } catch {
      return false;
    }
  }
}
