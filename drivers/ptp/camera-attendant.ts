import { type Clock, pause } from '../clock.ts';
import type { DeviceEvent } from '../device-state.ts';
import type { MatchedStillCamera } from '../registry/match-still-camera.ts';
import type { UsbBus } from '../transport/usb-transport.ts';
import { CameraFailure, failureReason } from './camera-failure.ts';
import type { CameraTiming } from './camera-timing.ts';
import type { CaptureReason } from './capture-result.ts';
import type { CaptureSlot } from './capture-slot.ts';
import type { DeviceInfo } from './device-info.ts';
import { openCamera } from './open-camera.ts';
import { OPERATION } from './ptp-codes.ts';
import type { PtpSession } from './ptp-session.ts';
import { runCapture } from './run-capture.ts';

export interface CameraAttendantOptions {
  readonly bus: UsbBus;
  readonly camera: MatchedStillCamera;
  readonly clock: Clock;
  readonly timing: CameraTiming;
  readonly slot: CaptureSlot;
  /** Fires when the camera is detached or the manager closes, with a `TransportError` that says which. */
  readonly leaving: AbortSignal;
  readonly onEvent: (event: DeviceEvent<CaptureReason>) => void;
  readonly onIdentified: (device: DeviceInfo) => void;
}

/** Stays with one attached camera until `leaving` fires: open, serve, reopen. Never rejects. */
export async function attendCamera(options: CameraAttendantOptions): Promise<void> {
  const { clock, timing, slot, leaving, onEvent } = options;
  let reset = false;

  while (!leaving.aborted) {
    const failed = await openAndServe();
    reset = true;
    if (leaving.aborted) return;
    if (!failed) continue;
    onEvent({ kind: 'problem', reason: failed });
    slot.refuse(failed);
    // No further opening can teach a camera to take pictures.
    if (failed === 'cannot-capture') await fired(leaving);
    else await pause(clock, timing.retryMs, leaving);
  }

  /** Null when the camera is to be opened again at once, else why it cannot be used. */
  async function openAndServe(): Promise<CaptureReason | null> {
    let session: PtpSession | null = null;
    try {
      session = await openCamera({ ...options, reset });
      options.onIdentified(session.device);
      if (!session.supports(OPERATION.initiateCapture))
        throw new CameraFailure('cannot-capture', 'The camera has no InitiateCapture');
      onEvent({ kind: 'well' });
      await serve(session);
      if (!leaving.aborted) onEvent({ kind: 'reopening' });
      return null;
    } catch (error) {
      return failureReason(error);
    } finally {
      await session?.close();
    }
  }

  /** Returns after a capture that leaves the camera in doubt; throws when it fails while idle, or leaves. */
  async function serve(session: PtpSession): Promise<void> {
    const left = AbortSignal.any([leaving, session.failed]);
    for (;;) {
      const request = await slot.take(left);
      if (!request) throw left.reason;
      onEvent({ kind: 'work-started' });
      const signal = AbortSignal.any([left, request.signal]);
      const { result, settled } = await runCapture({
        session,
        clock,
        timing,
        signal,
        onProgress: request.onProgress,
      });
      onEvent({ kind: 'work-finished' });
      request.finish(result);
      if (!settled) return;
    }
  }
}

function fired(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
