import { scanSchema } from '../../contract/domain/scan.ts';
import { createScannerManager, type ScannerSnapshot } from '../../drivers/hid-pos/scanner-manager.ts';
import type { HidBus } from '../../drivers/transport/hid-transport.ts';
import type { Clock } from '../clock/clock.ts';
import type { StationEvents } from '../events.ts';
import { driverClock } from './driver-clock.ts';
import { type DeviceNow, numbered } from './present-device.ts';

/** The scanners that report codes; those that type them are the faces' own business. */
export interface Scanners {
  list(): DeviceNow[];
  close(): Promise<void>;
}

export interface ScannersDependencies {
  readonly hid: HidBus;
  readonly clock: Clock;
  readonly events: StationEvents;
  readonly onChanged: () => void;
  readonly onTrouble: (error: unknown) => void;
}

/** Finds scanners and publishes what they read. What was read is never logged. */
export function createScanners(dependencies: ScannersDependencies): Scanners {
  const { hid, clock, events, onTrouble } = dependencies;
  const manager = createScannerManager({ bus: hid, clock: driverClock(clock), onTrouble });
  const stops = [
    manager.onChanged(dependencies.onChanged),
    manager.onScan(({ text, symbology }) => {
      const scan = scanSchema.safeParse({ text, symbology });
      events.publish(scan.success ? { type: 'scanned', scan: scan.data } : { type: 'scan-failed' });
    }),
    manager.onProblem(() => events.publish({ type: 'scan-failed' })),
  ];
  return {
    list: () => numbered(manager.snapshot().map(describeScanner)),
    async close() {
      for (const stop of stops) stop();
      await manager.close();
    },
  };
}

/** The driver's state in the words of the contract. */
export function describeScanner({ model, state }: ScannerSnapshot): DeviceNow {
  return {
    kind: 'scanner',
    model,
    state: state.name,
    reason: state.name === 'faulted' ? `scanner-${state.reason}` : null,
    paperNearEnd: false,
  };
}
