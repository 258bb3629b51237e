import type { Clock } from '../clock.ts';
import { createListeners } from '../listeners.ts';
import { readBoundDriver } from './bound-driver.ts';
import { toTransportError } from './native-error.ts';
import type { NativeUsb, NativeUsbDevice, NativeUsbEvent } from './native-usb.ts';
import { openNativeTransport } from './native-usb-transport.ts';
import { TransportError } from './transport-error.ts';
import type { UsbBus, UsbDeviceInfo } from './usb-transport.ts';

export interface NativeUsbBusOptions {
  readonly usb: NativeUsb;
  readonly clock: Clock;
  /** See `readBoundDriver`. */
  readonly boundDriver?: typeof readBoundDriver;
}

/**
 * The machine's USB bus through the `usb` package. A machine without USB has an empty bus. Events are watched only
 * once listing has worked: the package's own watching ends the process where there is nothing to watch. On Linux the
 * events come from udev: without it running, devices are listed but none is seen to come or go.
 */
export async function openNativeUsbBus(options: NativeUsbBusOptions): Promise<UsbBus> {
  const { usb, clock, boundDriver = readBoundDriver } = options;
  const attached = createListeners<UsbDeviceInfo>();
  const detached = createListeners<UsbDeviceInfo>();
  /** What is on the bus. The package opens a device to read its descriptors, which one that left does not allow. */
  const known = new Map<string, { readonly port: string; readonly info: UsbDeviceInfo }>();
  const leave = (handle: string) => {
    const left = known.get(handle);
    known.delete(handle);
    if (left) detached.emit(left.info);
  };
  const disconnect = ({ device }: NativeUsbEvent) => leave(device.handle);
  /**
   * The package queues what comes apart from what leaves, so that a plug pulled and put back while this process was
   * busy is told the wrong way round. A port holds one device: what was known in it has left.
   */
  const connect = ({ device }: NativeUsbEvent) => {
    const port = portOf(device);
    for (const [handle, before] of known) if (before.port === port && handle !== device.handle) leave(handle);
    const info = describeOnce(device);
    if (info) attached.emit(info);
  };
  const exists = await hasUsb();
  if (exists) {
    usb.addEventListener('connect', connect);
    usb.addEventListener('disconnect', disconnect);
  }

  return {
    list: async () => (await devices()).map(describeOnce).filter((info) => info !== null),
    async open(info, interfaceNumber) {
      const device = (await devices()).find((candidate) => candidate.handle === info.key);
      if (!device) throw new TransportError('gone', 'The device is no longer on the bus');
      return await openNativeTransport({
        device,
        info,
        interfaceNumber,
        clock,
        boundDriver,
        watchGone: (listener) => detached.add((left) => left.key === info.key && listener()),
      });
    },
    onAttach: attached.add,
    onDetach: detached.add,
    async close() {
      if (!exists) return;
      usb.removeEventListener('connect', connect);
      usb.removeEventListener('disconnect', disconnect);
    },
  };

  async function hasUsb(): Promise<boolean> {
    try {
      await usb.getDevices();
      return true;
    } catch (error) {
      if (error instanceof Error && error.message.includes('/sys/bus/usb/devices/ not found')) return false;
      throw toTransportError(error);
    }
  }

  async function devices(): Promise<readonly NativeUsbDevice[]> {
    try {
      return exists ? await usb.getDevices() : [];
    } catch (error) {
      throw toTransportError(error);
    }
  }

  /**
   * Null for a device that has just left. One that may not be opened is listed without interfaces, so that no driver
   * takes it, and is asked again: permissions can change while it stays.
   */
  function describeOnce(device: NativeUsbDevice): UsbDeviceInfo | null {
    const before = known.get(device.handle);
    if (before) return before.info;
    try {
      const info = describe(device);
      known.set(info.key, { port: portOf(device), info });
      return info;
    } catch (error) {
      return toTransportError(error).kind === 'gone' ? null : describeClosed(device);
    }
  }
}

function portOf({ bus, ports }: NativeUsbDevice): string {
  return [bus, ...ports].join();
}

function describe(device: NativeUsbDevice): UsbDeviceInfo {
  return {
    ...describeClosed(device),
    manufacturer: device.manufacturerName ?? null,
    product: device.productName ?? null,
    serialNumber: device.serialNumber ?? null,
    interfaces: (device.configurations[0]?.interfaces ?? []).map(({ interfaceNumber, alternate }) => ({
      number: interfaceNumber,
      classCode: alternate.interfaceClass,
      subclassCode: alternate.interfaceSubclass,
      protocolCode: alternate.interfaceProtocol,
      endpoints: alternate.endpoints.map(({ endpointNumber, direction, type, packetSize }) => ({
        number: endpointNumber,
        direction,
        type,
        packetSize,
      })),
    })),
  };
}

/** What is known without opening the device. */
function describeClosed({ handle, vendorId, productId }: NativeUsbDevice): UsbDeviceInfo {
  return {
    key: handle,
    vendorId,
    productId,
    manufacturer: null,
    product: null,
    serialNumber: null,
    interfaces: [],
  };
}
