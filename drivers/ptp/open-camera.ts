import { type Clock, pause } from '../clock.ts';
import type { MatchedStillCamera } from '../registry/match-still-camera.ts';
import type { UsbBus } from '../transport/usb-transport.ts';
import { CameraFailure } from './camera-failure.ts';
import { CAMERA_TIMING, type CameraTiming } from './camera-timing.ts';
import { RESPONSE } from './ptp-codes.ts';
import { openPtpLink, type PtpLink } from './ptp-link.ts';
import { openPtpSession, type PtpSession } from './ptp-session.ts';

export interface OpenCameraOptions {
  readonly bus: UsbBus;
  readonly camera: MatchedStillCamera;
  readonly clock: Clock;
  readonly timing?: CameraTiming;
  /** Ends the opening early; an open session outlives it. */
  readonly leaving: AbortSignal;
  /** Whether to reset the camera first, because an earlier session left it in doubt. */
  readonly reset: boolean;
}

/** Claims the camera, brings it to rest and opens a session. Fails with a `TransportError` or `CameraFailure`. */
export async function openCamera(options: OpenCameraOptions): Promise<PtpSession> {
  const { bus, camera, clock, timing = CAMERA_TIMING, leaving } = options;
  const link = await openPtpLink({ bus, camera, clock, timing });
  try {
    if (options.reset) await link.reset();
    await waitUntilIdle(link, clock, timing, leaving);
    await link.drain(leaving);
    return await openPtpSession(link, timing, leaving);
  } catch (error) {
    await link.close();
    throw error;
  }
}

async function waitUntilIdle(link: PtpLink, clock: Clock, timing: CameraTiming, leaving: AbortSignal) {
  const ended = AbortSignal.any([link.failed, leaving]);
  for (let waited = 0; waited <= timing.busyMs; waited += timing.busyPauseMs) {
    const status = await link.deviceStatus();
    if (status?.code !== RESPONSE.deviceBusy) return;
    await pause(clock, timing.busyPauseMs, ended);
    ended.throwIfAborted();
  }
  throw new CameraFailure('camera-busy', 'The camera stays busy', RESPONSE.deviceBusy);
}
