import type { Clock } from '../../clock.ts';
import { createListeners } from '../../listeners.ts';
import { TransportError } from '../../transport/transport-error.ts';
import type { UsbBus, UsbDeviceInfo } from '../../transport/usb-transport.ts';
import type { VirtualUsbDevice } from './virtual-usb-device.ts';
import { createVirtualTransport, type VirtualTransport } from './virtual-usb-transport.ts';

export interface VirtualUsbBus extends UsbBus {
  /** Attaches the device; does nothing when it already is. */
  plug(device: VirtualUsbDevice): void;
  /** Detaches the device: its transfers fail with `gone`. Does nothing when it is not attached. */
  unplug(device: VirtualUsbDevice): void;
  isPlugged(device: VirtualUsbDevice): boolean;
  /** Pulls the plug in the middle of a write: after the device has taken this many more bulk bytes. */
  unplugAfter(device: VirtualUsbDevice, bytes: number): void;
  /**
   * While set, `open` fails this way: another program (as `usblp` or pcscd would) holds every interface, or the system
   * refuses. Who has claimed one already keeps it.
   */
  refuse(device: VirtualUsbDevice, kind: 'busy' | 'denied' | null): void;
  /** From now on the device answers NAK for so long, in milliseconds, to whatever the host sends before it takes it. */
  slow(device: VirtualUsbDevice, milliseconds: number): void;
}

interface Port {
  readonly info: UsbDeviceInfo;
  /** One owner per interface, as an operating system keeps it. */
  readonly claims: Map<number, VirtualTransport>;
  bytesUntilUnplug: number | null;
}

/** A USB bus with nothing behind it but objects. As strict as an operating system's: one owner per interface, one transfer per endpoint. */
export function createVirtualUsbBus(clock: Clock): VirtualUsbBus {
  const ports = new Map<VirtualUsbDevice, Port>();
  const refusals = new Map<VirtualUsbDevice, 'busy' | 'denied'>();
  const delays = new Map<VirtualUsbDevice, number>();
  const attached = createListeners<UsbDeviceInfo>();
  const detached = createListeners<UsbDeviceInfo>();
  let plugs = 0;

  return {
    async list() {
      return [...ports.values()].map((port) => port.info);
    },
    async open(info, interfaceNumber) {
      const found = [...ports].find(([, port]) => port.info.key === info.key);
      if (!found) throw new TransportError('gone', `No device ${info.key} on the bus`);
      const [device, port] = found;
      if (!port.info.interfaces.some((candidate) => candidate.number === interfaceNumber)) {
        throw new TransportError('protocol', `The device has no interface ${interfaceNumber}`);
      }
      const refusal = port.claims.has(interfaceNumber) ? 'busy' : refusals.get(device);
      if (refusal) throw new TransportError(refusal, 'The interface cannot be claimed');
      const opened = createVirtualTransport({
        clock,
        device,
        info: port.info,
        interfaceNumber,
        delayMs: () => delays.get(device) ?? 0,
        takes: () => port.bytesUntilUnplug ?? Number.POSITIVE_INFINITY,
        took(bytes) {
          if (port.bytesUntilUnplug === null) return;
          port.bytesUntilUnplug -= bytes;
          if (port.bytesUntilUnplug <= 0) unplug(device);
        },
        closed: () => port.claims.delete(interfaceNumber),
      });
      port.claims.set(interfaceNumber, opened);
      return opened.transport;
    },
    onAttach: attached.add,
    onDetach: detached.add,
    async close() {
      for (const port of ports.values())
        for (const claim of [...port.claims.values()]) await claim.transport.close();
    },
    plug(device) {
      if (ports.has(device)) return;
      plugs += 1;
      const info: UsbDeviceInfo = { key: `virtual-${plugs}`, ...device.descriptor };
      ports.set(device, { info, claims: new Map(), bytesUntilUnplug: null });
      attached.emit(info);
    },
    unplug,
    isPlugged: (device) => ports.has(device),
    unplugAfter(device, bytes) {
      const port = ports.get(device);
      if (port) port.bytesUntilUnplug = bytes;
    },
    refuse(device, kind) {
      if (kind) refusals.set(device, kind);
      else refusals.delete(device);
    },
    slow(device, milliseconds) {
      delays.set(device, milliseconds);
    },
  };

  function unplug(device: VirtualUsbDevice) {
    const port = ports.get(device);
    if (!port) return;
    ports.delete(device);
    for (const claim of [...port.claims.values()]) claim.lose();
    device.losePower?.();
    detached.emit(port.info);
  }
}
