import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Duplex } from 'node:stream';
import type { VirtualUsbDevice } from '../../../drivers/virtual/usb/virtual-usb-device.ts';
import { createUsbIpDevice } from './usbip-device.ts';

const VHCI = '/sys/devices/platform/vhci_hcd.0';
/** `enum usb_device_speed` of the kernel: our printers, readers and scanners are full-speed devices. */
const FULL_SPEED = 2;
/** VDEV_ST_NULL of the kernel's USB/IP driver: nothing is plugged into the port. */
const FREE = '004';
/** Any number will do: one connection carries one device. */
const DEVICE_ID = 1;
/** More than there are suites that run at once. */
const MOST_TRIES = 5;

export interface KernelPlug {
  /** Settles at once; the kernel notices soon after. Does nothing when it is out already. */
  unplug(): void;
  /** Pulls the plug in the middle of a write: after the device has taken this many more bulk bytes. */
  unplugAfter(bytes: number): void;
  readonly isPlugged: boolean;
}

/**
 * Makes a virtual device appear on the kernel's USB bus through vhci_hcd. Resolves when the kernel has the connection;
 * that it found the device shows on the bus.
 */
export async function plugIntoKernel(device: VirtualUsbDevice): Promise<KernelPlug> {
  const connection = await connectToKernel(freePort());
  let isPlugged = true;
  const unplug = () => {
    if (isPlugged) device.losePower?.();
    isPlugged = false;
    end.end();
    connection.destroy();
  };
  const end = createUsbIpDevice({
    device,
    send: (message) => {
      if (isPlugged) connection.write(message);
    },
    unplug,
  });
  connection.on('data', (bytes) => end.receive(bytes));
  connection.on('error', unplug);
  connection.on('close', unplug);
  return {
    unplug,
    unplugAfter: end.unplugAfter,
    get isPlugged() {
      return isPlugged;
    },
  };
}

/** Another suite may take a port between the look for a free one and the try. */
async function connectToKernel(first: number): Promise<Duplex> {
  for (let port = first, tries = 1; ; port = freePort(), tries += 1) {
    try {
      return await offerToKernel(port);
    } catch (error) {
      if (tries === MOST_TRIES) throw error;
    }
  }
}

/**
 * The kernel takes a connected socket by the number it has in the process that writes to `attach`. Node makes one
 * end of a socket pair number 3 of a shell, which hands it over and ends; the kernel keeps it.
 */
async function offerToKernel(port: number): Promise<Duplex> {
  const command = `echo "${port} 3 ${DEVICE_ID} ${FULL_SPEED}" > ${VHCI}/attach`;
  const child = spawn('/bin/sh', ['-c', command], { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  const connection = child.stdio[3];
  if (!(connection instanceof Duplex)) throw new TypeError('Expected a socket as number 3');
  let complaint = '';
  child.stderr?.on('data', (part) => (complaint += part));
  await new Promise<void>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`The kernel refused the device: ${complaint.trim()}`)),
    );
  });
  return connection;
}

function freePort(): number {
  const ports = readFileSync(`${VHCI}/status`, 'utf8').matchAll(/^hs\s+(\d+)\s+(\d+)/gm);
  for (const [, port, state] of ports) if (state === FREE) return Number(port);
  throw new Error('Every port of the virtual hub is taken');
}
