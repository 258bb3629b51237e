import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const USB_DEVICES = '/sys/bus/usb/devices';

/** Inserts a module with what it depends on; `line` is its name and parameters. Does nothing when it is there. */
export function insertModule(line: string): void {
  execFileSync('modprobe', line.split(' '), { stdio: ['ignore', 'ignore', 'pipe'] });
}

export function removeModule(name: string): void {
  execFileSync('modprobe', ['--remove', name], { stdio: ['ignore', 'ignore', 'pipe'] });
}

/** Seconds since the kernel started. */
export function uptime(): number {
  return Number(readFileSync('/proc/uptime', 'utf8').split(' ')[0]);
}

/** Megabytes in use that the kernel could not give back. */
export function usedMegabytes(): number {
  const kilobytes = (name: string) =>
    Number(new RegExp(`^${name}: +(\\d+)`, 'm').exec(readFileSync('/proc/meminfo', 'utf8'))?.[1]);
  return Math.round((kilobytes('MemTotal') - kilobytes('MemAvailable')) / 1_024);
}

/** What the kernel says is plugged in, hubs aside: place, numbers, name, drivers. */
export function listKernelDevices(): string[] {
  return readdirSync(USB_DEVICES)
    .filter((name) => /^\d+-[\d.]+$/.test(name))
    .map((name) => {
      const read = (file: string) => {
        const path = join(USB_DEVICES, name, file);
        return existsSync(path) ? readFileSync(path, 'utf8').trim() : '';
      };
      return `${name} ${read('idVendor')}:${read('idProduct')} ${read('speed')} Mbit/s ${read('product')}`;
    });
}
