import type { ScanProblem } from '../../hid-pos/scan-report.ts';
import type { ScannerBench } from '../../hid-pos/scanner-acceptance.ts';
import { createScannerManager, type Scan, type ScannerManager } from '../../hid-pos/scanner-manager.ts';
import { createVirtualHidBus, type VirtualHidBus } from '../hid/virtual-hid-bus.ts';
import { createManualClock, type ManualClock } from '../manual-clock.ts';
import { createVirtualScanner, type VirtualScanner } from './virtual-scanner.ts';
import type { ScannerLayout } from './virtual-scanner-descriptor.ts';

/** A scanner manager with a virtual scanner beneath it, for tests. */
export interface ScannerRig {
  readonly bus: VirtualHidBus;
  readonly clock: ManualClock;
  readonly scanner: VirtualScanner;
  readonly manager: ScannerManager;
  readonly scans: readonly Scan[];
  readonly problems: readonly ScanProblem[];
  /** The states of all scanners now, with the reason of a fault after a colon. */
  states(): string[];
}

export async function createScannerRig(
  options: { layout?: ScannerLayout; plugged?: boolean } = {},
): Promise<ScannerRig> {
  const clock = createManualClock();
  const bus = createVirtualHidBus(clock);
  const scanner = createVirtualScanner({ clock, layout: options.layout ?? 'counted' });
  const manager = createScannerManager({ bus, clock });
  const scans: Scan[] = [];
  const problems: ScanProblem[] = [];
  manager.onScan((scan) => scans.push(scan));
  manager.onProblem((problem) => problems.push(problem));
  if (options.plugged ?? true) bus.plug(scanner);
  await clock.advance(200);
  return {
    bus,
    clock,
    scanner,
    manager,
    scans,
    problems,
    states: () =>
      manager
        .snapshot()
        .map(({ state }) => (state.name === 'faulted' ? `faulted:${state.reason}` : state.name)),
  };
}

/** Between two looks at what is waited for. */
const STEP_MS = 50;

/** The acceptance suite's bench over the virtual bus, whose clock stands still until it is moved. */
export async function createScannerBench(): Promise<ScannerBench> {
  const { bus, clock, scans, problems, states } = await createScannerRig({ plugged: false });
  return {
    scans,
    problems,
    states,
    add(layout, name) {
      const scanner = createVirtualScanner({ clock, layout, name });
      return {
        scanner,
        plug: () => bus.plug(scanner),
        unplug: () => bus.unplug(scanner),
        unplugAfter: (reports) => bus.unplugAfter(scanner, reports),
      };
    },
    async until(check, withinMs) {
      await clock.settle();
      for (let passed = 0; !check(); passed += STEP_MS) {
        if (passed >= withinMs) throw new Error(`Not within ${withinMs} ms`);
        await clock.advance(STEP_MS);
      }
    },
    pass: clock.advance,
  };
}
