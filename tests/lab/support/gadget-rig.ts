import { onTestFinished } from 'vitest';
import {
  createPrinterManager,
  type PrinterManager,
} from '../../../drivers/receipt-printer/printer-manager.ts';
import type { UsbBus } from '../../../drivers/transport/usb-transport.ts';
import {
  createVirtualReceiptPrinter,
  type VirtualReceiptPrinter,
} from '../../../drivers/virtual/printer/virtual-receipt-printer.ts';
import { createSystemClock } from '../../../station/clock/clock.ts';
import { driverClock } from '../../../station/devices/driver-clock.ts';
import type { PrinterGadget } from '../gadget/printer-gadget.ts';
import { type PrinterPump, pumpPrinterGadget } from '../gadget/printer-pump.ts';
import { openOwnBus } from './own-bus.ts';
import { until } from './wait.ts';

/** What the product promises after a printer is plugged in again. */
export const RECOVERY_MS = 5_000;

/**
 * The product waits one second, many times what a printer takes. Here an emulated processor answers for it, which
 * other suites and other work use too.
 */
const ANSWER_MS = 4_000;

/** A printer manager as the station runs it, that wait aside, with the kernel's printer gadget on the other side. */
export interface GadgetRig {
  readonly bus: UsbBus;
  readonly manager: PrinterManager;
  readonly printer: VirtualReceiptPrinter;
  plug(): Promise<void>;
  unplug(): Promise<void>;
  /** Milliseconds until the manager was in the state. */
  reaches(state: string, withinMs?: number): Promise<number>;
}

export async function createGadgetRig(gadget: PrinterGadget): Promise<GadgetRig> {
  const clock = driverClock(createSystemClock());
  const bus = await openOwnBus(gadget.serialNumber);
  const printer = createVirtualReceiptPrinter({ clock, paperWidth: 58 });
  const manager = createPrinterManager({ bus, clock, timing: { answerMs: ANSWER_MS } });
  let pump: PrinterPump | null = null;
  const rig: GadgetRig = {
    bus,
    manager,
    printer,
    async plug() {
      gadget.plug();
      pump = await pumpPrinterGadget(gadget.path, printer);
    },
    async unplug() {
      // Linux 6.1 corrupts its memory when the gadget is taken away from under an open device file.
      await pump?.stop();
      pump = null;
      gadget.unplug();
    },
    async reaches(state, withinMs = RECOVERY_MS) {
      const names = () => {
        const { name, ...rest } = manager.snapshot().state;
        return 'reason' in rest ? `${name}:${rest.reason}` : name;
      };
      return await until(`the printer is ${state}`, withinMs, () => names() === state);
    },
  };
  onTestFinished(() => bus.close());
  onTestFinished(rig.unplug);
  onTestFinished(manager.close);
  await rig.plug();
  return rig;
}
