import type { Clock } from '../clock/clock.ts';
import type { PrintingCapability } from '../printing/create-printing.ts';
import { MOST_LOG_LINES } from '../printing/paper/test-layout.ts';
import { implementer } from '../rpc/implementer.ts';
import type { Devices } from './create-devices.ts';
import { logLines } from './log-lines.ts';
import { testCard } from './test-card.ts';

/** Long enough to fetch a card from a pocket, short enough not to be forgotten. */
const CARD_PATIENCE_MS = 15_000;

export function devicesRoutes(devices: Devices, printing: PrintingCapability, clock: Clock) {
  const { devices: os } = implementer;
  return os.router({
    list: os.list.handler(() => devices.list()),
    log: os.log.handler(() => devices.log()),
    printLog: os.printLog.handler(({ input }) =>
      printing.printTest(input.printJobId, logLines(devices.log().slice(0, MOST_LOG_LINES))),
    ),
    testCard: os.testCard.handler(async ({ signal }) => {
      const patience = new AbortController();
      const cancel = clock.after(CARD_PATIENCE_MS, () => patience.abort());
      try {
        const ending = signal ? AbortSignal.any([signal, patience.signal]) : patience.signal;
        return await testCard(devices.cardReaders, ending);
      } finally {
        cancel();
      }
    }),
    testPrint: os.testPrint.handler(({ input }) => printing.printTest(input.printJobId)),
  });
}
