/**
 * A hand scanner below the HID seam: cuts a code into reports as its descriptor lays them out, a few milliseconds apart.
 * It fails the way hardware fails, when told to.
 */
import type { Cancel, Clock } from '../../clock.ts';
import { createListeners } from '../../listeners.ts';
import type { VirtualHidDevice } from '../hid/virtual-hid-device.ts';
import {
  REDIRECT_REPORT,
  REPORT_SIZES,
  SCAN_REPORT,
  type ScannerLayout,
  scannerDescriptor,
  TRIGGER_REPORT,
} from './virtual-scanner-descriptor.ts';

/**
 * - `garbage`: reports of noise under the right number
 * - `oversize`: reports longer than the descriptor says
 * - `cut-off`: the last report of a scan never comes
 * - `babble`: reports of noise all the time, by itself
 */
export type ScannerFailing = 'none' | 'garbage' | 'oversize' | 'cut-off' | 'babble';

export interface VirtualScanner extends VirtualHidDevice {
  /** Holds a code before the scanner. The reports come over time; a scan begun while one is under way replaces it. */
  scan(code: string | Uint8Array, aim?: string): void;
  /** Pulls the trigger before nothing: a report that is no scan. */
  pullTrigger(): void;
  setFailing(failing: ScannerFailing): void;
  /** Milliseconds between two reports of a scan. */
  setSpeed(millisecondsPerReport: number): void;
  /** A scanner that was just powered types until it is redirected. */
  readonly redirected: boolean;
}

export interface VirtualScannerOptions {
  readonly clock: Clock;
  readonly layout?: ScannerLayout;
  readonly name?: string;
}

/** Every second report of a full-speed interrupt endpoint polled each 4 ms. */
const MILLISECONDS_PER_REPORT = 8;
/** Between two reports of a scanner that babbles: a trigger that hangs, at the pace of a hand scanner. */
const BABBLE_EVERY_MS = 100;
const QR_CODE = ']Q1';

export function createVirtualScanner(options: VirtualScannerOptions): VirtualScanner {
  const { clock } = options;
  const layout = options.layout ?? 'counted';
  const size = REPORT_SIZES[layout];
  const reports = createListeners<Uint8Array>();
  let failing: ScannerFailing = 'none';
  let speed = MILLISECONDS_PER_REPORT;
  let redirected = layout === 'filled';
  let waiting: Uint8Array[] = [];
  let cancelNext: Cancel | null = null;
  let cancelBabble: Cancel | null = null;

  return {
    descriptor: scannerDescriptor(layout, options.name ?? 'Virtual scanner'),
    onReport: reports.add,
    setFeature(report) {
      if (layout !== 'counted' || report[0] !== REDIRECT_REPORT || report.length !== 2) return 'stall';
      redirected = report[1] === 1;
      return 'ack';
    },
    getFeature(reportId) {
      if (layout !== 'counted' || reportId !== REDIRECT_REPORT) return 'stall';
      return Uint8Array.of(REDIRECT_REPORT, redirected ? 1 : 0);
    },
    setOutput: () => 'stall',
    reset() {
      stop();
      redirected = layout === 'filled';
    },
    scan(code, aim = QR_CODE) {
      if (!redirected || layout === 'trigger-only') return;
      stop();
      const bytes = typeof code === 'string' ? new TextEncoder().encode(code) : code;
      const all = cut(bytes, aim);
      waiting = failing === 'cut-off' ? all.slice(0, -1) : all;
      next();
    },
    pullTrigger: () => reports.emit(Uint8Array.of(TRIGGER_REPORT, 1)),
    setFailing(mode) {
      failing = mode;
      cancelBabble?.();
      cancelBabble = null;
      if (failing === 'babble') babble();
    },
    setSpeed(millisecondsPerReport) {
      speed = millisecondsPerReport;
    },
    get redirected() {
      return redirected;
    },
  };

  function stop() {
    cancelNext?.();
    cancelNext = null;
    waiting = [];
  }

  function babble() {
    reports.emit(spoil(new Uint8Array(size.report)));
    cancelBabble = clock.after(BABBLE_EVERY_MS, babble);
  }

  function next() {
    cancelNext = null;
    const report = waiting.shift();
    if (!report) return;
    if (waiting.length > 0) cancelNext = clock.after(speed, next);
    reports.emit(spoil(report));
  }

  function cut(bytes: Uint8Array, aim: string): Uint8Array[] {
    const count = Math.max(1, Math.ceil(bytes.length / size.data));
    return Array.from({ length: count }, (_, place) => {
      const data = bytes.subarray(place * size.data, (place + 1) * size.data);
      return layOut(data, aim, place < count - 1);
    });
  }

  function layOut(data: Uint8Array, aim: string, continued: boolean): Uint8Array {
    const report = new Uint8Array(size.report);
    const identifier = [...aim].map((character) => character.charCodeAt(0));
    const flag = continued ? 1 : 0;
    report[0] = SCAN_REPORT;
    if (layout === 'counted') {
      report[1] = data.length;
      report.set(identifier, 2);
      report.set(data, 5);
      report[61] = 0x73;
      report[63] = flag;
    } else {
      report[1] = flag;
      report.set(identifier, 2);
      report.set(data, 5);
    }
    return report;
  }

  function spoil(report: Uint8Array): Uint8Array {
    if (failing === 'oversize')
      return Uint8Array.from({ length: report.length + 16 }, (_, at) => report[at] ?? 0x55);
    if (failing === 'garbage' || failing === 'babble')
      return report.map((_, at) => (at === 0 ? SCAN_REPORT : 0xf0 + (at % 16)));
    return report;
  }
}
