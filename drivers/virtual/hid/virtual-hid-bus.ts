import type { Clock } from '../../clock.ts';
import { createListeners } from '../../listeners.ts';
import type { HidBus, HidDeviceInfo } from '../../transport/hid-transport.ts';
import { TransportError } from '../../transport/transport-error.ts';
import type { VirtualHidDevice } from './virtual-hid-device.ts';
import { createVirtualHidTransport, type VirtualHidTransport } from './virtual-hid-transport.ts';

export interface VirtualHidBus extends HidBus {
  /** Attaches the device; does nothing when it already is. */
  plug(device: VirtualHidDevice): void;
  /** Detaches the device. Does nothing when it is not attached. */
  unplug(device: VirtualHidDevice): void;
  isPlugged(device: VirtualHidDevice): boolean;
  /** Pulls the plug in the middle of a scan: after this many more reports have come through. */
  unplugAfter(device: VirtualHidDevice, reports: number): void;
  /** While set, `open` fails this way: another program holds the device, or the system refuses. */
  refuse(device: VirtualHidDevice, kind: 'busy' | 'denied' | null): void;
  /** From now on the device lets every report sent to it, and every question, wait for so long, in milliseconds. */
  slow(device: VirtualHidDevice, milliseconds: number): void;
}

interface Port {
  readonly info: HidDeviceInfo;
  open: VirtualHidTransport | null;
  reportsUntilUnplug: number | null;
}

/** A HID bus with nothing behind it but objects: one owner a device, every report whole. */
export function createVirtualHidBus(clock: Clock): VirtualHidBus {
  const ports = new Map<VirtualHidDevice, Port>();
  const refusals = new Map<VirtualHidDevice, 'busy' | 'denied'>();
  const delays = new Map<VirtualHidDevice, number>();
  const attached = createListeners<HidDeviceInfo>();
  const detached = createListeners<HidDeviceInfo>();
  let plugs = 0;

  return {
    async list() {
      return [...ports.values()].map((port) => port.info);
    },
    async open(info) {
      const found = [...ports].find(([, port]) => port.info.key === info.key);
      if (!found) throw new TransportError('gone', `No device ${info.key} on the bus`);
      const [device, port] = found;
      const refusal = port.open ? 'busy' : refusals.get(device);
      if (refusal) throw new TransportError(refusal, 'The device cannot be opened');
      port.open = createVirtualHidTransport({
        clock,
        device,
        info: port.info,
        delayMs: () => delays.get(device) ?? 0,
        passed() {
          if (port.reportsUntilUnplug === null) return;
          port.reportsUntilUnplug -= 1;
          if (port.reportsUntilUnplug <= 0) unplug(device);
        },
        closed() {
          port.open = null;
        },
      });
      device.reset();
      return port.open.transport;
    },
    onAttach: attached.add,
    onDetach: detached.add,
    async close() {
      for (const port of ports.values()) await port.open?.transport.close();
    },
    plug(device) {
      if (ports.has(device)) return;
      plugs += 1;
      const info: HidDeviceInfo = { key: `virtual-${plugs}`, ...device.descriptor };
      ports.set(device, { info, open: null, reportsUntilUnplug: null });
      attached.emit(info);
    },
    unplug,
    isPlugged: (device) => ports.has(device),
    unplugAfter(device, reports) {
      const port = ports.get(device);
      if (port) port.reportsUntilUnplug = reports;
    },
    refuse(device, kind) {
      if (kind) refusals.set(device, kind);
      else refusals.delete(device);
    },
    slow(device, milliseconds) {
      delays.set(device, milliseconds);
    },
  };

  function unplug(device: VirtualHidDevice) {
    const port = ports.get(device);
    if (!port) return;
    ports.delete(device);
    port.open?.lose();
    device.reset();
    detached.emit(port.info);
  }
}
