import type { PrintReason } from './print-result.ts';

/** What the printer says about itself, whichever command asked. */
export interface PrinterStatus {
  readonly offline: boolean;
  readonly coverOpen: boolean;
  readonly paperOut: boolean;
  readonly paperNearEnd: boolean;
  /** A cutter, mechanical or electrical error that stops printing. */
  readonly error: boolean;
}

/** The one thing to tell the officer; null when the printer can print. */
export function statusProblem(status: PrinterStatus): PrintReason | null {
  if (status.coverOpen) return 'cover-open';
  if (status.paperOut) return 'paper-out';
  if (status.error) return 'error';
  if (status.offline) return 'offline';
  return null;
}
