import { onTestFinished } from 'vitest';
import type { PaperWidth } from '../../../drivers/receipt-printer/paper-width.ts';
import { createPrinterManager } from '../../../drivers/receipt-printer/printer-manager.ts';
import {
  createVirtualReceiptPrinter,
  type VirtualReceiptPrinter,
} from '../../../drivers/virtual/printer/virtual-receipt-printer.ts';
import { createVirtualUsbBus, type VirtualUsbBus } from '../../../drivers/virtual/usb/virtual-usb-bus.ts';
import { createManualClock, type ManualClock } from '../../clock/manual-clock.ts';
import { driverClock } from '../../devices/driver-clock.ts';
import { createStationEvents, type StationEvents } from '../../events.ts';
import { openTestStore, type TestStore } from '../../store/test-store.ts';
import { createPrinting, type PrintingCapability } from '../create-printing.ts';
import { SPECIMEN_INSTANT } from './specimen-papers.ts';

export interface PrintBench {
  readonly clock: ManualClock;
  readonly store: TestStore;
  readonly events: StationEvents;
  readonly bus: VirtualUsbBus;
  readonly printer: VirtualReceiptPrinter;
  readonly printing: () => PrintingCapability;
  readonly troubles: unknown[];
  /** Moves the clock in small steps until `is` holds. */
  pass(is: () => boolean): Promise<void>;
  /** Ends the process at once, as a crash does, and starts it again on the same files. */
  crash(): Promise<void>;
}

/** The real print path: ledger, layout, encoder, driver, USB seam, virtual printer. */
export async function startPrintBench(paperWidth: PaperWidth = 80): Promise<PrintBench> {
  const clock = createManualClock(SPECIMEN_INSTANT);
  const ticks = driverClock(clock);
  const store = openTestStore();
  const events = createStationEvents();
  const bus = createVirtualUsbBus(ticks);
  const printer = createVirtualReceiptPrinter({ clock: ticks, paperWidth });
  const troubles: unknown[] = [];
  bus.plug(printer);

  const start = () => {
    const manager = createPrinterManager({ bus, clock: ticks });
    const printing = createPrinting({
      store,
      clock,
      events,
      printer: manager,
      paperWidth: () => paperWidth,
      language: 'id',
      practice: true,
      stationName: () => 'Balai Pekon Kubu Perahu',
      onTrouble: (error) => troubles.push(error),
    });
    return { manager, printing };
  };
  let running = start();

  async function pass(is: () => boolean): Promise<void> {
    for (let step = 0; !is(); step += 1) {
      if (step > 20_000) throw new RangeError('it did not come to pass');
      clock.advance(20);
      await new Promise(setImmediate);
    }
  }

  onTestFinished(async () => {
    const closing = Promise.all([running.printing.close(), running.manager.close()]);
    let closed = false;
    void closing.then(() => {
      closed = true;
    });
    await pass(() => closed);
    store[Symbol.dispose]();
  });
  await pass(() => running.manager.snapshot().state.name === 'ready');
  return {
    clock,
    store,
    events,
    bus,
    printer,
    printing: () => running.printing,
    troubles,
    pass,
    async crash() {
      const before = running;
      store.reopen();
      running = start();
      void before.manager.close();
    },
  };
}
