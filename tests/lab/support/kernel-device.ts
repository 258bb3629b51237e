import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const USB_DEVICES = '/sys/bus/usb/devices';
const HUB_DRIVER = '/sys/bus/usb/drivers/hub';
/** `USBDEVFS_RESET`, _IO('U', 20) of linux/usbdevice_fs.h. */
const RESET = 0x5514;

/** The kernel's name for the device with this serial number: bus, dash, ports. */
export function findKernelDevice(serialNumber: string): string {
  const found = readdirSync(USB_DEVICES).find((name) => {
    const path = join(USB_DEVICES, name, 'serial');
    return existsSync(path) && readFileSync(path, 'utf8').trim() === serialNumber;
  });
  if (!found) throw new Error(`The kernel has no device ${serialNumber}`);
  return found;
}

/** The hub the device hangs on loses its driver, and with it every device, and gets it back. */
export function resetHub(name: string): void {
  const hub = `${name.slice(0, name.indexOf('-'))}-0:1.0`;
  writeFileSync(join(HUB_DRIVER, 'unbind'), hub);
  writeFileSync(join(HUB_DRIVER, 'bind'), hub);
}

/** What any program with access to the device's file may do; whoever held an interface of it loses it. */
export function resetPort(name: string): void {
  const number = (file: string) =>
    readFileSync(join(USB_DEVICES, name, file), 'utf8')
      .trim()
      .padStart(3, '0');
  const path = `/dev/bus/usb/${number('busnum')}/${number('devnum')}`;
  const script = `open(my $file, "+<", "${path}") or die $!; ioctl($file, ${RESET}, 0) // die $!`;
  const done = spawnSync('perl', ['-e', script], { stdio: ['ignore', 'ignore', 'pipe'] });
  if (done.status !== 0) throw new Error(`No reset of ${path}: ${done.stderr}`);
}
