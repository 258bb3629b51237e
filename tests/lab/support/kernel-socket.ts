import type { UsbBus } from '../../../drivers/transport/usb-transport.ts';
import type { VirtualUsbDevice } from '../../../drivers/virtual/usb/virtual-usb-device.ts';
import { type KernelPlug, plugIntoKernel } from '../usbip/plug-into-kernel.ts';
import { until } from './wait.ts';

/** The kernel asks a new device for its descriptors, udev tells of it: half a second here when nothing else runs. */
const NOTICED_MS = 10_000;

/** A socket of the kernel's virtual hub that one device is plugged into and pulled out of. */
export interface KernelSocket {
  plug(): void;
  unplug(): void;
  unplugAfter(bytes: number): void;
  /** Waits until the bus shows, and has told, what `plug` and `unplug` have done. */
  settled(): Promise<void>;
}

export function createKernelSocket(bus: UsbBus, device: VirtualUsbDevice): KernelSocket {
  let plugging: Promise<KernelPlug> | null = null;
  const count = { plugs: 0, attached: 0, detached: 0 };
  bus.onAttach(() => {
    count.attached += 1;
  });
  bus.onDetach(() => {
    count.detached += 1;
  });

  return {
    plug() {
      plugging = (plugging ?? Promise.resolve(null)).then(async (before) => {
        if (before?.isPlugged) return before;
        count.plugs += 1;
        return await plugIntoKernel(device);
      });
    },
    unplug() {
      void plugging?.then((plug) => plug.unplug());
    },
    unplugAfter(bytes) {
      void plugging?.then((plug) => plug.unplugAfter(bytes));
    },
    async settled() {
      const plug = await plugging;
      await until('the bus shows what is plugged in', NOTICED_MS, async () => {
        const present = plug?.isPlugged ? 1 : 0;
        const told = count.attached === count.plugs && count.detached === count.plugs - present;
        return told && (await bus.list()).length === present;
      });
    },
  };
}
