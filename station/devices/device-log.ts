import type { Device, DeviceChange } from '../../contract/domain/device.ts';
import type { Clock } from '../clock/clock.ts';
import type { DeviceNow } from './present-device.ts';

/** Several days of a kiosk whose printer runs out of paper now and then; an hour of a plug that does not hold. */
const MOST_CHANGES = 300;

/** What the devices went through since the station started. Holds states and models, and nothing that was read or printed. */
export interface DeviceLog {
  /** Compares with what was told last, and notes what changed. */
  look(devices: readonly DeviceNow[]): void;
  withLastFaults(devices: readonly DeviceNow[]): Device[];
  /** Newest first. */
  changes(): DeviceChange[];
}

export function createDeviceLog(clock: Clock): DeviceLog {
  const faults = new Map<string, NonNullable<Device['lastFault']>>();
  let known = new Map<string, DeviceNow>();
  let changes: DeviceChange[] = [];
  let noted = 0;

  function note(device: DeviceNow): void {
    const { kind, model, state, reason } = device;
    const at = clock.now();
    noted += 1;
    changes = [{ number: noted, at, kind, model, state, reason }, ...changes].slice(0, MOST_CHANGES);
    if (reason !== null) faults.set(keyOf(device), { reason, at });
  }

  return {
    look(devices) {
      for (const device of devices) {
        const before = known.get(keyOf(device));
        if (!before && device.state === 'absent') continue;
        if (before?.state !== device.state || before.reason !== device.reason) note(device);
      }
      known = new Map(devices.map((device) => [keyOf(device), device]));
    },
    withLastFaults: (devices) =>
      devices.map((device) => ({ ...device, lastFault: faults.get(keyOf(device)) ?? null })),
    changes: () => changes,
  };
}

/** There is one printer and one camera of a kind, and their models are not known at all times. */
function keyOf({ kind, model }: DeviceNow): string {
  return kind === 'receipt-printer' || kind === 'camera' ? kind : `${kind} ${model}`;
}
