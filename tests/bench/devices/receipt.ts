import { v7 } from 'uuid';
import { createPrinterManager } from '../../../drivers/receipt-printer/printer-manager.ts';
import { createVirtualReceiptPrinter } from '../../../drivers/virtual/printer/virtual-receipt-printer.ts';
import { createVirtualUsbBus } from '../../../drivers/virtual/usb/virtual-usb-bus.ts';
import { createSystemClock } from '../../../station/clock/clock.ts';
import { driverClock } from '../../../station/devices/driver-clock.ts';
import { createStationEvents } from '../../../station/events.ts';
import { createPrinting } from '../../../station/printing/create-printing.ts';
import { specimenReceipt } from '../../../station/printing/testing/specimen-papers.ts';
import { openTestStore } from '../../../station/store/test-store.ts';
import { passportReplacement } from '../../e2e/support/counter.ts';
import type { Ratio } from '../report.ts';
import { median, percentile } from '../statistics.ts';
import { openBenchStation } from '../store/bench-station.ts';

const PAPERS = 60;
const WARM_UP = 10;
const LIMIT_MS = 50;
const LIMIT_BYTES = 8_192;
/** Questions about the printer's state are shorter than the beginning of a paper. */
const SHORTEST_PAPER_PACKET = 16;

/** From the touch to the first byte at the printer: the command to its commit, then the paper to the printer. */
export async function benchReceipt(log: (line: string) => void): Promise<Ratio[]> {
  const commands = await measureCommands();
  const { waits, bytes } = await measurePapers();
  const command = percentile(commands, 0.95);
  const paper = percentile(waits, 0.95);
  log(
    `command to commit p50 ${median(commands).toFixed(1)} ms, commit to first byte p50 ${median(waits).toFixed(1)} ms`,
  );
  log(`command to commit p95 ${command.toFixed(1)} ms, commit to first byte p95 ${paper.toFixed(1)} ms`);
  return [
    {
      name: `touch to first byte at the printer p95 ÷ ${LIMIT_MS} ms`,
      measured: `${(command + paper).toFixed(1)} ms (sum of two p95 of ${PAPERS})`,
      limit: `${LIMIT_MS} ms`,
      ratio: (command + paper) / LIMIT_MS,
      target: 1,
    },
    {
      name: 'bytes of a receipt ÷ 8 kB',
      measured: `${bytes} bytes`,
      limit: `${LIMIT_BYTES} bytes`,
      ratio: bytes / LIMIT_BYTES,
      target: 1,
    },
  ];
}

/** A ticket's number, through the station's door, until it and its paper are durable. */
async function measureCommands(): Promise<number[]> {
  const station = await openBenchStation();
  const serviceKey = passportReplacement().key;
  try {
    const times: number[] = [];
    for (let paper = 0; paper < WARM_UP + PAPERS; paper += 1) {
      const begun = performance.now();
      await station.counter.queue.issue({ id: v7(), printJobId: v7(), serviceKey });
      if (paper >= WARM_UP) times.push(performance.now() - begun);
    }
    return times;
  } finally {
    await station.close();
  }
}

/** Receipts one after another, on a printer that prints as fast as it is fed. */
async function measurePapers(): Promise<{ waits: number[]; bytes: number }> {
  const clock = createSystemClock();
  const ticks = driverClock(clock);
  const bus = createVirtualUsbBus(ticks);
  const virtual = createVirtualReceiptPrinter({ clock: ticks, paperWidth: 80 });
  let firstByteAt = Number.NaN;
  let bytes = 0;
  const printer = {
    ...virtual,
    packetOut(endpoint: number, packet: Uint8Array) {
      bytes += packet.length;
      if (packet.length >= SHORTEST_PAPER_PACKET && Number.isNaN(firstByteAt))
        firstByteAt = performance.now();
      return virtual.packetOut(endpoint, packet);
    },
  };
  const manager = createPrinterManager({ bus, clock: ticks });
  const ready = new Promise<void>((resolve) => {
    manager.onChanged(({ state }) => {
      if (state.name === 'ready') resolve();
    });
  });
  bus.plug(printer);
  await ready;
  const store = openTestStore();
  const events = createStationEvents();
  const printing = createPrinting({
    store,
    clock,
    events,
    printer: manager,
    paperWidth: () => 80,
    language: 'id',
    practice: false,
    stationName: () => specimenReceipt.stationName,
    onTrouble(error) {
      throw error;
    },
  });
  const waits: number[] = [];
  try {
    for (let paper = 0; paper < WARM_UP + PAPERS; paper += 1) {
      const id = v7();
      const label = specimenReceipt.trackingCode;
      const request = { id, subjectId: id, label, document: specimenReceipt };
      store.transaction((database) => printing.enqueue(database, request, clock.now()));
      firstByteAt = Number.NaN;
      bytes = 0;
      const printed = new Promise<void>((resolve) => {
        const stop = events.subscribe(() => {
          if (printing.job(id).state !== 'printed') return;
          stop();
          resolve();
        });
      });
      const begun = performance.now();
      printing.wake();
      await printed;
      if (paper >= WARM_UP) waits.push(firstByteAt - begun);
      virtual.takePaper();
    }
  } finally {
    await printing.close();
    await manager.close();
    store[Symbol.dispose]();
  }
  return { waits, bytes };
}
