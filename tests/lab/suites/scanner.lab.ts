/** The scanner driver over hidraw of the real kernel, with the kernel's own HID gadgets as the scanners. */
import { onTestFinished } from 'vitest';
import type { ScanProblem } from '../../../drivers/hid-pos/scan-report.ts';
import { acceptScannerManager } from '../../../drivers/hid-pos/scanner-acceptance.ts';
import { createScannerManager, type Scan } from '../../../drivers/hid-pos/scanner-manager.ts';
import { createVirtualScanner } from '../../../drivers/virtual/scanner/virtual-scanner.ts';
import {
  REPORT_SIZES,
  type ScanningLayout,
  scannerDescriptor,
} from '../../../drivers/virtual/scanner/virtual-scanner-descriptor.ts';
import { createSystemClock } from '../../../station/clock/clock.ts';
import { driverClock } from '../../../station/devices/driver-clock.ts';
import { createHidGadget, type HidGadget } from '../gadget/hid-gadget.ts';
import type { GadgetController } from '../gadget/usb-gadget.ts';
import { createHidGadgetSocket } from '../support/hid-gadget-socket.ts';
import { openOwnHidBus } from '../support/own-hid-bus.ts';
import { pass, until } from '../support/wait.ts';

/** Each layout has a controller of its own, so that both can be plugged in at once. */
const gadgets: Readonly<Record<ScanningLayout, HidGadget>> = {
  counted: gadgetOf('counted', 2),
  filled: gadgetOf('filled', 3),
};

acceptScannerManager(async () => {
  const clock = driverClock(createSystemClock());
  const bus = await openOwnHidBus(Object.values(gadgets).map(({ serialNumber }) => serialNumber));
  const manager = createScannerManager({ bus, clock });
  const scans: Scan[] = [];
  const problems: ScanProblem[] = [];
  manager.onScan((scan) => scans.push(scan));
  manager.onProblem((problem) => problems.push(problem));
  onTestFinished(() => bus.close());
  onTestFinished(() => manager.close());
  return {
    scans,
    problems,
    states: () =>
      manager
        .snapshot()
        .map(({ state }) => (state.name === 'faulted' ? `faulted:${state.reason}` : state.name)),
    add(layout, name) {
      const scanner = createVirtualScanner({ clock, layout, name });
      const socket = createHidGadgetSocket(gadgets[layout], scanner);
      onTestFinished(async () => {
        socket.unplug();
        await socket.settled();
      });
      return { scanner, ...socket };
    },
    until: async (check, withinMs) => void (await until('what the test waits for', withinMs, check)),
    pass,
  };
});

function gadgetOf(layout: ScanningLayout, controller: GadgetController): HidGadget {
  const { reportDescriptor } = scannerDescriptor(layout, layout);
  return createHidGadget({
    controller,
    serialNumber: `SCANNER-${layout}`,
    product: `Gadget scanner, ${layout}`,
    reportDescriptor: reportDescriptor ?? new Uint8Array(),
    reportLength: REPORT_SIZES[layout].report,
  });
}
