import type { PrintReason } from './print-result.ts';

/**
 * What stops the print head: a knife that does not move, what passes by itself (a hot head), what does not pass.
 * `unnamed` where the printer only says that there is an error.
 */
export type PrinterFault = 'cutter' | 'overheated' | 'hardware' | 'unnamed';

/** What the printer says about itself, whichever command asked. */
export interface PrinterStatus {
  readonly offline: boolean;
  readonly coverOpen: boolean;
  readonly paperOut: boolean;
  readonly paperNearEnd: boolean;
  /** Null while there is none. Of several the one that needs a hand most. */
  readonly fault: PrinterFault | null;
}

/** The one thing to tell the officer; null when the printer can print. */
export function statusProblem(status: PrinterStatus): PrintReason | null {
  if (status.coverOpen) return 'cover-open';
  if (status.paperOut) return 'paper-out';
  if (status.fault) return status.fault === 'unnamed' ? 'hardware' : status.fault;
  if (status.offline) return 'offline';
  return null;
}

/**
 * The error byte of `DLE EOT 3` and of automatic status back, which share these bits: 08 cutter, 20 unrecoverable,
 * 40 recovers by itself. Null when none is set.
 */
export function decodeFault(errors: number): PrinterFault | null {
  if ((errors & 0x20) !== 0) return 'hardware';
  if ((errors & 0x08) !== 0) return 'cutter';
  return (errors & 0x40) !== 0 ? 'overheated' : null;
}
