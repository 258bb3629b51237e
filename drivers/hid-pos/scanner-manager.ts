/**
 * The one owner of the station's scanners: finds them on the bus, keeps each open, joins what they send into scans, and
 * recovers by itself when one is plugged in again.
 */
import { attendDevices } from '../attend-devices.ts';
import type { Clock } from '../clock.ts';
import { ABSENT, type DeviceEvent, type DeviceState, nextDeviceState } from '../device-state.ts';
import { createListeners, type Unsubscribe } from '../listeners.ts';
import { type MatchedScanner, matchScanner } from '../registry/match-scanner.ts';
import type { HidBus } from '../transport/hid-transport.ts';
import { TransportError } from '../transport/transport-error.ts';
import { type Symbology, symbologyOf } from './aim-identifier.ts';
import type { ScanProblem } from './scan-report.ts';
import { decodeScanText } from './scan-text.ts';
import { attendScanner } from './scanner-attendant.ts';
import type { ScannerFault } from './scanner-fault.ts';
import { SCANNER_TIMING, type ScannerTiming } from './scanner-timing.ts';

export interface Scan {
  readonly text: string;
  readonly symbology: Symbology;
  /** Such as `]Q1`; null where the scanner does not say. */
  readonly aim: string | null;
}

export interface ScannerSnapshot {
  /** The device's name. */
  readonly model: string;
  readonly state: DeviceState<ScannerFault>;
}

export interface ScannerManager {
  /** Every scanner plugged in, in the order they came, and those that were and are missed. */
  snapshot(): readonly ScannerSnapshot[];
  /** Called after every change of the snapshot. */
  onChanged(listener: () => void): Unsubscribe;
  onScan(listener: (scan: Scan) => void): Unsubscribe;
  /** A scanner sent something that is no whole scan: the code has to be scanned again. */
  onProblem(listener: (problem: ScanProblem) => void): Unsubscribe;
  /** Closes every scanner and stops watching the bus. */
  close(): Promise<void>;
}

export interface ScannerManagerOptions {
  readonly bus: HidBus;
  readonly clock: Clock;
  readonly timing?: Partial<ScannerTiming>;
  /** Told about failures that change no result, such as a bus that cannot be listed. */
  readonly onTrouble?: (error: unknown) => void;
}

/** A scanner that was here and is gone is remembered by its name, so that it is missed and not just absent from a list. */
const MOST_MISSED = 4;

interface Attended {
  readonly model: string;
  state: DeviceState<ScannerFault>;
}

export function createScannerManager(options: ScannerManagerOptions): ScannerManager {
  const { bus, clock } = options;
  const timing = { ...SCANNER_TIMING, ...options.timing };
  const changes = createListeners<void>();
  const scans = createListeners<Scan>();
  const problems = createListeners<ScanProblem>();
  const attended = new Set<Attended>();
  let missed: string[] = [];
  const attendance = attendDevices({
    bus,
    attend(device, leaving) {
      const scanner = matchScanner(device);
      return scanner && attend(scanner, leaving);
    },
    leftBecause: (why) =>
      why === 'detached'
        ? new TransportError('gone', 'The scanner was detached')
        : new TransportError('aborted', 'The scanner manager is closing'),
    onTrouble: options.onTrouble,
  });

  return {
    snapshot: () => [
      ...[...attended].map(({ model, state }) => ({ model, state })),
      ...missed.map((model) => ({ model, state: ABSENT })),
    ],
    onChanged: changes.add,
    onScan: scans.add,
    onProblem: problems.add,
    close: attendance.close,
  };

  async function attend(scanner: MatchedScanner, leaving: AbortSignal): Promise<void> {
    const entry: Attended = {
      model: scanner.name,
      state: nextDeviceState(ABSENT, { kind: 'attached' }),
    };
    const place = missed.indexOf(entry.model);
    if (place >= 0) missed = missed.toSpliced(place, 1);
    attended.add(entry);
    leaving.addEventListener('abort', () => miss(entry), { once: true });
    changes.emit();
    await attendScanner({
      bus,
      scanner,
      clock,
      timing,
      leaving,
      onEvent: (event) => change(entry, event),
      onScan: (data, aim) =>
        scans.emit({ text: decodeScanText(data, aim), symbology: symbologyOf(aim), aim }),
      onProblem: problems.emit,
    });
    changes.emit();
  }

  /** At once, so that one that comes back in the same moment finds its place free. */
  function miss(entry: Attended) {
    attended.delete(entry);
    if (!attendance.closing.aborted) missed = [...missed, entry.model].slice(-MOST_MISSED);
  }

  function change(entry: Attended, event: DeviceEvent<ScannerFault>) {
    const next = nextDeviceState(entry.state, event);
    if (next === entry.state) return;
    entry.state = next;
    changes.emit();
  }
}
