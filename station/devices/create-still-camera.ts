import {
  type CameraManager,
  type CameraSnapshot,
  createCameraManager,
} from '../../drivers/ptp/camera-manager.ts';
import type { CaptureReason } from '../../drivers/ptp/capture-result.ts';
import type { UsbBus } from '../../drivers/transport/usb-transport.ts';
import type { Clock } from '../clock/clock.ts';
import { driverClock } from './driver-clock.ts';
import type { DeviceNow } from './present-device.ts';

/** The camera on a cable that takes pictures by itself; webcams belong to the faces. */
export interface StillCamera {
  readonly manager: CameraManager;
  /** The camera, once one was plugged in. */
  list(): DeviceNow[];
  close(): Promise<void>;
}

export interface StillCameraDependencies {
  readonly bus: UsbBus;
  readonly clock: Clock;
  readonly onChanged: () => void;
  readonly onTrouble: (error: unknown) => void;
}

export function createStillCamera({
  bus,
  clock,
  onChanged,
  onTrouble,
}: StillCameraDependencies): StillCamera {
  const manager = createCameraManager({ bus, clock: driverClock(clock), onTrouble });
  let lastModel: string | null = null;

  const stop = manager.onChanged(({ model }) => {
    lastModel = model ?? lastModel;
    onChanged();
  });

  return {
    manager,
    list: () => (lastModel === null ? [] : [describeStillCamera(manager.snapshot(), lastModel)]),
    async close() {
      stop();
      await manager.close();
    },
  };
}

/** The driver's state in the words of the contract. */
export function describeStillCamera({ state, model }: CameraSnapshot, lastModel: string): DeviceNow {
  return {
    kind: 'camera',
    model: model ?? lastModel,
    state: state.name,
    reason: state.name === 'faulted' ? cameraReason(state.reason) : null,
    paperNearEnd: false,
  };
}

/** A reason of the driver as the contract's words name it. */
export function cameraReason(reason: CaptureReason): string {
  return `camera-${reason.replace(/^camera-/, '')}`;
}
