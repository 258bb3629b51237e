import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StationFacts } from '../../contract/station/system.ts';

export type Power = StationFacts['power'];

/** Where Linux tells of mains and batteries (Documentation/ABI/testing/sysfs-class-power). */
const POWER_SUPPLIES = '/sys/class/power_supply';

/** What the machine says of its power; `unknown` where it says nothing, as a kiosk without a battery does. */
export function readPowerSupplies(folder = POWER_SUPPLIES): Power {
  const supplies = list(folder).map((name) => ({
    type: read(join(folder, name, 'type')),
    online: read(join(folder, name, 'online')),
    status: read(join(folder, name, 'status')),
    capacity: read(join(folder, name, 'capacity')),
  }));
  const battery = supplies.find(({ type }) => type === 'Battery');
  const mains = supplies.filter(({ type }) => type === 'Mains' || type === 'USB');
  const percent = battery && /^\d{1,3}$/.test(battery.capacity) ? Number(battery.capacity) : null;
  if (mains.some(({ online }) => online === '1')) return { source: 'mains', percent };
  if (battery && (mains.length > 0 || battery.status === 'Discharging'))
    return { source: 'battery', percent };
  return { source: battery ? 'mains' : 'unknown', percent };
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return '';
  }
}
