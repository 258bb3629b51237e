import { readdir, readFile, realpath, statfs } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Drives, MountedDrive } from './drives.ts';
import { type Mount, readMounts } from './mounts.ts';

/** Where desktops, udisks and technicians mount what is plugged in. A disk the system itself runs from is mounted elsewhere. */
const PLACES = ['/media/', '/run/media/', '/mnt/'];

/**
 * USB drives that are mounted: partitions of a disk the kernel calls removable or that hangs on USB (an external hard disk
 * says it is not removable).
 * @param root where `/proc`, `/sys` and the mounted folders are; another folder in tests
 */
export function createUsbDrives(root = '/'): Drives {
  async function isUsbDisk(disk: string): Promise<boolean> {
    const folder = join(root, 'sys/block', disk);
    const removable = await readFile(join(folder, 'removable'), 'utf8').catch(() => '0');
    if (removable.trim() === '1') return true;
    return /\/usb\d/.test(await realpath(folder).catch(() => ''));
  }

  /** The disk itself too: a drive may have no partition table. */
  async function partitionsOf(disk: string): Promise<string[]> {
    const inside = await readdir(join(root, 'sys/block', disk)).catch(() => []);
    return [disk, ...inside.filter((name) => name.startsWith(disk))];
  }

  async function usbDevices(): Promise<Set<string>> {
    const devices = new Set<string>();
    for (const disk of await readdir(join(root, 'sys/block')).catch(() => [])) {
      if (!(await isUsbDisk(disk))) continue;
      for (const name of await partitionsOf(disk)) devices.add(`/dev/${name}`);
    }
    return devices;
  }

  async function toDrive({ device, folder, isWritable }: Mount): Promise<MountedDrive[]> {
    const seen = join(root, folder);
    try {
      const { bavail, blocks, bsize } = await statfs(seen);
      return [
        {
          key: basename(device),
          label: basename(folder),
          folder: seen,
          freeBytes: bavail * bsize,
          totalBytes: blocks * bsize,
          isWritable,
          isVirtual: false,
        },
      ];
    } catch {
      // Pulled out in this very moment.
      return [];
    }
  }

  return {
    async list() {
      const mounts = readMounts(await readFile(join(root, 'proc/mounts'), 'utf8').catch(() => ''));
      const devices = await usbDevices();
      const drives: MountedDrive[] = [];
      for (const mount of mounts) {
        const isDrive = devices.has(mount.device) && PLACES.some((place) => mount.folder.startsWith(place));
        const isKnown = drives.some(({ key }) => key === basename(mount.device));
        if (isDrive && !isKnown) drives.push(...(await toDrive(mount)));
      }
      return drives;
    },
  };
}
