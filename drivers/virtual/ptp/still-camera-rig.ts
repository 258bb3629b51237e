import { type CameraManager, createCameraManager } from '../../ptp/camera-manager.ts';
import type { CaptureProgress, CaptureResult } from '../../ptp/capture-result.ts';
import { createManualClock, type ManualClock } from '../manual-clock.ts';
import { createVirtualUsbBus, type VirtualUsbBus } from '../usb/virtual-usb-bus.ts';
import type { StillCameraFaults } from './still-camera-faults.ts';
import {
  createVirtualStillCamera,
  type VirtualStillCamera,
  type VirtualStillCameraOptions,
} from './virtual-still-camera.ts';

/** A camera manager with a virtual still camera beneath it, for tests. */
export interface StillCameraRig {
  readonly bus: VirtualUsbBus;
  readonly clock: ManualClock;
  readonly camera: VirtualStillCamera;
  readonly manager: CameraManager;
  /** The names of the states passed through so far, with the reason of a fault after a colon. */
  readonly states: readonly string[];
  /** Starts a capture and moves the clock until it has ended. */
  capture(options?: { signal?: AbortSignal; onProgress?: CaptureProgress }): Promise<CaptureResult>;
  /** Moves the clock until the work has settled, two virtual minutes at most. */
  finish<Value>(work: Promise<Value>): Promise<Value>;
}

export interface StillCameraRigOptions extends Omit<VirtualStillCameraOptions, 'clock'> {
  readonly plugged?: boolean;
  readonly faults?: Partial<StillCameraFaults>;
}

export async function createStillCameraRig(options: StillCameraRigOptions): Promise<StillCameraRig> {
  const clock = createManualClock();
  const bus = createVirtualUsbBus(clock);
  const camera = createVirtualStillCamera({ ...options, clock });
  if (options.faults) camera.setFaults(options.faults);
  const manager = createCameraManager({ bus, clock });
  const states: string[] = [];
  manager.onChanged(({ state }) => {
    const name = state.name === 'faulted' ? `faulted:${state.reason}` : state.name;
    if (states.at(-1) !== name) states.push(name);
  });
  if (options.plugged ?? true) bus.plug(camera);
  await clock.advance(200);
  return {
    bus,
    clock,
    camera,
    manager,
    states,
    capture: (request) => finish(manager.capture(request)),
    finish,
  };

  async function finish<Value>(work: Promise<Value>): Promise<Value> {
    let settled = false;
    const settling = work.finally(() => {
      settled = true;
    });
    settling.catch(() => {});
    for (let step = 0; step < 1_200; step += 1) {
      await clock.settle();
      if (settled) return await settling;
      await clock.advance(100);
    }
    throw new Error('The work did not settle in two minutes');
  }
}
