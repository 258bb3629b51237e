import type { Device } from '../../contract/domain/device.ts';
import type { MachineHealth } from '../../contract/station/self-service.ts';
import type { StationFacts } from '../../contract/station/system.ts';

/** Somebody has to bring a roll, or close the lid over one. */
const PAPER_REASONS: ReadonlySet<string> = new Set(['paper-out', 'cover-open']);

export interface Machine {
  readonly devices: readonly Device[];
  readonly camera: MachineHealth['camera'];
  readonly storage: StationFacts['storage'];
}

/** What of the machine works for whoever stands before it. */
export function machineHealth({ devices, camera, storage }: Machine): MachineHealth {
  return { printer: printerHealth(devices), camera, keeps: storage !== 'full' };
}

function printerHealth(devices: readonly Device[]): MachineHealth['printer'] {
  const printer = devices.find(({ kind }) => kind === 'receipt-printer');
  switch (printer?.state) {
    case undefined:
    case 'absent':
      return 'none';
    // Being opened takes a moment, and what is asked of it meanwhile is printed.
    case 'opening':
    case 'ready':
    case 'busy':
      return 'works';
    case 'faulted':
      return PAPER_REASONS.has(printer?.reason ?? '') ? 'no-paper' : 'broken';
  }
}
