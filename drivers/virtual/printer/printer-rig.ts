import type { PaperWidth } from '../../receipt-printer/paper-width.ts';
import type { PrinterAcceptanceRig } from '../../receipt-printer/printer-acceptance-rig.ts';
import { createPrinterManager } from '../../receipt-printer/printer-manager.ts';
import { createManualClock, type ManualClock } from '../manual-clock.ts';
import { createVirtualUsbBus, type VirtualUsbBus } from '../usb/virtual-usb-bus.ts';
import { createVirtualReceiptPrinter } from './virtual-receipt-printer.ts';

/** The acceptance suite's rig over the virtual bus, whose clock stands still until it is moved. */
export interface PrinterRig extends PrinterAcceptanceRig {
  readonly bus: VirtualUsbBus;
  readonly clock: ManualClock;
}

/** Between two looks at what is waited for. */
const STEP_MS = 50;

export async function createPrinterRig(
  options: { paperWidth?: PaperWidth; plugged?: boolean } = {},
): Promise<PrinterRig> {
  const clock = createManualClock();
  const bus = createVirtualUsbBus(clock);
  const printer = createVirtualReceiptPrinter({ clock, paperWidth: options.paperWidth ?? 58 });
  const manager = createPrinterManager({ bus, clock });
  const states: string[] = [];
  manager.onChanged(({ state }) => {
    const name = state.name === 'faulted' ? `faulted:${state.reason}` : state.name;
    if (states.at(-1) !== name) states.push(name);
  });
  if (options.plugged ?? true) bus.plug(printer);
  await clock.advance(200);
  return {
    bus,
    clock,
    printer,
    manager,
    states,
    plug: () => bus.plug(printer),
    unplug: () => bus.unplug(printer),
    unplugAfter: (bytes) => bus.unplugAfter(printer, bytes),
    occupy: (occupied) => bus.refuse(printer, occupied ? 'busy' : null),
    linger: clock.advance,
    pendingTimers: clock.pending,
    async until(check, withinMs) {
      await clock.settle();
      for (let passed = 0; !check(); passed += STEP_MS) {
        if (passed >= withinMs) throw new Error(`Not within ${withinMs} ms`);
        await clock.advance(STEP_MS);
      }
    },
    print: (bytes) => finish(manager.print(bytes)),
    finish,
    printed: () => printer.printedText().join('\n'),
  };

  async function finish<Value>(work: Promise<Value>): Promise<Value> {
    let settled = false;
    const settling = work.finally(() => {
      settled = true;
    });
    settling.catch(() => {});
    for (let step = 0; step < 1_200; step += 1) {
      await clock.settle();
      if (settled) return await settling;
      await clock.advance(500);
    }
    throw new Error('The work did not settle in ten minutes');
  }
}
