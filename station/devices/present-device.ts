import type { Device } from '../../contract/domain/device.ts';

/** A device as its driver tells it; what it went through is added by the log. */
export type DeviceNow = Omit<Device, 'lastFault'>;

/** Two devices of one kind and model are told apart by a number. */
export function numbered(devices: readonly DeviceNow[]): DeviceNow[] {
  return devices.map((device, place) => {
    const before = devices.slice(0, place).filter(({ model }) => model === device.model).length;
    return before === 0 ? device : { ...device, model: `${device.model} (${before + 1})` };
  });
}
