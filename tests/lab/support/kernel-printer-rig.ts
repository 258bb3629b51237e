import { onTestFinished } from 'vitest';
import type { PrinterAcceptanceRig } from '../../../drivers/receipt-printer/printer-acceptance-rig.ts';
import { createPrinterManager } from '../../../drivers/receipt-printer/printer-manager.ts';
import type { PrinterTiming } from '../../../drivers/receipt-printer/printer-timing.ts';
import type { UsbBus, UsbTransport } from '../../../drivers/transport/usb-transport.ts';
import { createVirtualReceiptPrinter } from '../../../drivers/virtual/printer/virtual-receipt-printer.ts';
import { createFastClock } from './fast-clock.ts';
import { createKernelSocket } from './kernel-socket.ts';
import { openOwnBus } from './own-bus.ts';
import { pass, until } from './wait.ts';

/** The slowest test prints for 80 s of the printer's time; ten of ours are enough. */
const SPEED_UP = 8;

/**
 * Waits of the product that an emulated processor needs longer for (they pass eight times as fast), and its two long
 * patiences made shorter than two minutes.
 */
const TIMING: Partial<PrinterTiming> = {
  answerMs: 16_000,
  drainMs: 800,
  healthyMs: 60_000,
  attentionMs: 60_000,
};
/** Nothing comes later than this that does not come at all: a printer's answers and a repeated job are at hand at once. */
const LONGEST_LINGER_MS = 1_500;
const LONGEST_WORK_MS = 50_000;

/** The printer acceptance suite's rig with the kernel's USB between the manager and the virtual printer. */
export async function createKernelPrinterRig(
  options: { plugged?: boolean } = {},
): Promise<PrinterAcceptanceRig> {
  const clock = createFastClock(SPEED_UP);
  const printerClock = createFastClock(SPEED_UP);
  const printer = createVirtualReceiptPrinter({ clock: printerClock, paperWidth: 58 });
  const serialNumber = String(printer.descriptor.serialNumber);
  const bus = await openOwnBus(serialNumber);
  const socket = createKernelSocket(bus, printer);
  const plugged = options.plugged ?? true;
  if (plugged) {
    socket.plug();
    await socket.settled();
  }
  let occupied: Promise<UsbTransport> | null = null;
  const manager = createPrinterManager({ bus: afterTheOther(bus), clock, timing: TIMING });
  const states: string[] = [];
  manager.onChanged(({ state }) => {
    const name = state.name === 'faulted' ? `faulted:${state.reason}` : state.name;
    if (states.at(-1) !== name) states.push(name);
  });
  onTestFinished(() => bus.close());
  onTestFinished(async () => {
    socket.unplug();
    await socket.settled();
  });
  onTestFinished(manager.close);
  onTestFinished(async () => (await occupied)?.close());
  if (plugged) await until('the printer is ready', 10_000, () => manager.snapshot().state.name === 'ready');

  return {
    printer,
    manager,
    states,
    plug: socket.plug,
    unplug: socket.unplug,
    unplugAfter: socket.unplugAfter,
    occupy(hold) {
      const before = occupied;
      occupied = hold ? holdWhenPlugged() : null;
      if (!hold) void before?.then((transport) => transport?.close());
    },
    print: (bytes) => finish(manager.print(bytes)),
    finish,
    async until(check, withinMs) {
      await until('what the test waits for', withinMs, check);
    },
    linger: (milliseconds) => pass(Math.min(milliseconds / SPEED_UP, LONGEST_LINGER_MS)),
    printed: () => printer.printedText().join('\n'),
    pendingTimers: clock.pending,
  };

  async function finish<Value>(work: Promise<Value>): Promise<Value> {
    let settled = false;
    const settling = work.finally(() => {
      settled = true;
    });
    settling.catch(() => {});
    await until('the work has settled', LONGEST_WORK_MS, () => settled);
    return await settling;
  }

  /** The bus of a manager that hears of a printer when the program holding it, if there is one, already does. */
  function afterTheOther(shared: UsbBus): UsbBus {
    return {
      ...shared,
      onAttach: (listener) =>
        shared.onAttach((device) => {
          void Promise.resolve(occupied).then(() => listener(device));
        }),
    };
  }

  /** Another program that opens the printer before the manager hears of it. */
  async function holdWhenPlugged(): Promise<UsbTransport> {
    const other = await openOwnBus(serialNumber);
    return await new Promise((resolve, reject) => {
      other.onAttach((device) => {
        other
          .open(device, 0)
          .finally(() => other.close())
          .then(resolve, reject);
      });
    });
  }
}
