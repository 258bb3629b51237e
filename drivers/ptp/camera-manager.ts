/**
 * The one owner of the station's still camera: finds it on the bus, keeps a session open, takes one picture at a
 * time, recovers by itself when it is plugged in again, and says at any moment what state it is in.
 */
import { attendDevices } from '../attend-devices.ts';
import type { Clock } from '../clock.ts';
import { ABSENT, type DeviceEvent, type DeviceState, nextDeviceState } from '../device-state.ts';
import { createListeners, type Unsubscribe } from '../listeners.ts';
import { type MatchedStillCamera, matchStillCamera } from '../registry/match-still-camera.ts';
import { TransportError } from '../transport/transport-error.ts';
import type { UsbBus } from '../transport/usb-transport.ts';
import { attendCamera } from './camera-attendant.ts';
import { CAMERA_TIMING, type CameraTiming } from './camera-timing.ts';
import type { CaptureProgress, CaptureReason, CaptureResult } from './capture-result.ts';
import { createCaptureSlot } from './capture-slot.ts';

export interface CameraSnapshot {
  readonly state: DeviceState<CaptureReason>;
  /** What the camera calls itself, or the registry's name until it told; null while absent. */
  readonly model: string | null;
}

export interface CameraManager {
  snapshot(): CameraSnapshot;
  /** Called after every change of the snapshot. */
  onChanged(listener: (snapshot: CameraSnapshot) => void): Unsubscribe;
  /** Takes a picture and reads it. Never rejects; ends at once when there is no camera or it is busy. */
  capture(options?: {
    readonly signal?: AbortSignal | undefined;
    readonly onProgress?: CaptureProgress | undefined;
  }): Promise<CaptureResult>;
  /** Ends the running capture as `aborted`, closes the camera and stops watching the bus. */
  close(): Promise<void>;
}

export interface CameraManagerOptions {
  readonly bus: UsbBus;
  readonly clock: Clock;
  readonly timing?: Partial<CameraTiming>;
  /** Told about failures that change no result, such as a bus that cannot be listed. */
  readonly onTrouble?: (error: unknown) => void;
}

export function createCameraManager(options: CameraManagerOptions): CameraManager {
  const { bus, clock } = options;
  const timing = { ...CAMERA_TIMING, ...options.timing };
  const changes = createListeners<CameraSnapshot>();
  const slot = createCaptureSlot();
  let snapshot: CameraSnapshot = { state: ABSENT, model: null };

  const attendance = attendDevices({
    bus,
    atOnce: 1,
    attend(device, leaving) {
      const camera = matchStillCamera(device);
      return camera && attend(camera, leaving);
    },
    leftBecause: (why) =>
      why === 'detached'
        ? new TransportError('gone', 'The camera was detached')
        : new TransportError('aborted', 'The camera manager is closing'),
    onTrouble: options.onTrouble,
  });

  return {
    snapshot: () => snapshot,
    onChanged: changes.add,
    async capture({ signal, onProgress } = {}) {
      const reason = refusal();
      if (reason) return { outcome: 'failed', reason };
      return await slot.request(signal, onProgress);
    },
    async close() {
      await attendance.close();
      slot.refuse('aborted');
    },
  };

  function refusal(): CaptureReason | null {
    const { state } = snapshot;
    if (attendance.closing.aborted) return 'aborted';
    if (state.name === 'absent') return 'camera-absent';
    return state.name === 'faulted' ? state.reason : null;
  }

  async function attend(camera: MatchedStillCamera, leaving: AbortSignal): Promise<void> {
    change({ kind: 'attached' }, camera.model.name);
    await attendCamera({
      bus,
      camera,
      clock,
      timing,
      slot,
      leaving,
      onEvent: (event) => change(event),
      onIdentified: ({ model }) => change(null, model || camera.model.name),
    });
    slot.refuse(attendance.closing.aborted ? 'aborted' : 'camera-absent');
    change({ kind: 'detached' }, null);
  }

  function change(event: DeviceEvent<CaptureReason> | null, model: string | null = snapshot.model) {
    const state = event ? nextDeviceState(snapshot.state, event) : snapshot.state;
    if (state === snapshot.state && model === snapshot.model) return;
    snapshot = { state, model };
    changes.emit(snapshot);
  }
}
