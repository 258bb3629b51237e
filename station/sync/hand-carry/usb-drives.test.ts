import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { readMounts } from './mounts.ts';
import { createUsbDrives } from './usb-drives.ts';

interface Disk {
  readonly name: string;
  readonly removable: boolean;
  readonly bus: string;
  readonly partitions: readonly string[];
}

/** A machine's `/proc` and `/sys` in a folder. */
function machine(disks: readonly Disk[], mounts: readonly string[]) {
  const root = mkdtempSync(join(tmpdir(), 'anjungan-machine-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(join(root, 'proc'));
  mkdirSync(join(root, 'sys/block'), { recursive: true });
  writeFileSync(join(root, 'proc/mounts'), `${mounts.join('\n')}\n`);
  for (const { name, removable, bus, partitions } of disks) {
    const device = join(root, 'sys/devices/pci0000:00', bus, 'block', name);
    for (const partition of partitions) mkdirSync(join(device, partition), { recursive: true });
    mkdirSync(device, { recursive: true });
    writeFileSync(join(device, 'removable'), removable ? '1\n' : '0\n');
    symlinkSync(device, join(root, 'sys/block', name));
  }
  return root;
}

const stick: Disk = { name: 'sdb', removable: true, bus: 'usb1/1-1', partitions: ['sdb1'] };
const inside: Disk = { name: 'nvme0n1', removable: false, bus: 'nvme', partitions: ['nvme0n1p1'] };
const external: Disk = { name: 'sdc', removable: false, bus: 'usb2/2-1', partitions: ['sdc1'] };

test('mounted USB drives are found by their partitions, with the names their owners know', async () => {
  const root = machine(
    [stick, inside, external],
    [
      '/dev/nvme0n1p1 / ext4 rw,relatime 0 0',
      '/dev/nvme0n1p1 /mnt/data ext4 rw 0 0',
      '/dev/sdb1 /media/kiosk/STIK\\040PEKON vfat rw,nosuid 0 0',
      '/dev/sdb1 /media/kiosk/again vfat rw,nosuid 0 0',
      '/dev/sdc1 /run/media/kiosk/BESAR exfat ro 0 0',
    ],
  );
  mkdirSync(join(root, 'media/kiosk/STIK PEKON'), { recursive: true });
  mkdirSync(join(root, 'run/media/kiosk/BESAR'), { recursive: true });
  const drives = await createUsbDrives(root).list();
  expect(drives).toMatchObject([
    { key: 'sdb1', label: 'STIK PEKON', isWritable: true, isVirtual: false },
    { key: 'sdc1', label: 'BESAR', isWritable: false },
  ]);
  expect(drives[0]?.totalBytes).toBeGreaterThan(0);
});

test('a drive the system runs from, one that is gone and a machine without any are no drives', async () => {
  const root = machine([stick], ['/dev/sdb1 / ext4 rw 0 0', '/dev/sdb1 /media/kiosk/HILANG vfat rw 0 0']);
  expect(await createUsbDrives(root).list()).toEqual([]);
  expect(await createUsbDrives(join(root, 'nothing-here')).list()).toEqual([]);
});

test('any table of mounts is read without an end in an error', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
      expect(readMounts(text).length).toBeLessThanOrEqual(1_000);
    }),
  );
});
