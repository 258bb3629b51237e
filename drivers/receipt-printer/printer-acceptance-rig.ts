import { expect } from 'vitest';
import type { DeviceState } from '../device-state.ts';
import type { VirtualReceiptPrinter } from '../virtual/printer/virtual-receipt-printer.ts';
import type { PrintReason, PrintResult } from './print-result.ts';
import type { PrinterManager } from './printer-manager.ts';

type PrinterState = DeviceState<PrintReason>;

/** A printer manager with a virtual printer at the far end of some bus. Milliseconds are those of the printer's clock. */
export interface PrinterAcceptanceRig {
  readonly printer: VirtualReceiptPrinter;
  readonly manager: PrinterManager;
  /** The names of the states passed through so far, with the reason of a fault after a colon. */
  readonly states: readonly string[];
  plug(): void;
  unplug(): void;
  /** Pulls the plug after the printer has taken this many more bytes. */
  unplugAfter(bytes: number): void;
  /** While true another program holds the printer. */
  occupy(occupied: boolean): void;
  /** Starts a job and lets time pass until it has ended. */
  print(bytes: Uint8Array): Promise<PrintResult>;
  /** Lets time pass until the work has settled. */
  finish<Value>(work: Promise<Value>): Promise<Value>;
  /** Lets time pass until the check holds; fails when it does not in time. */
  until(check: () => boolean, withinMs: number): Promise<void>;
  /** Lets time pass in which nothing should happen any more; a real bus may cut it short. */
  linger(milliseconds: number): Promise<void>;
  /** Every line of text out of the printer so far, hanging or cut. */
  printed(): string;
  /** Timers the manager has not yet run or cancelled. */
  pendingTimers(): number;
}

/** Waits until the first line is out: the job is in its middle. */
export async function begins(rig: PrinterAcceptanceRig) {
  await rig.until(() => rig.printed() !== '', 5_000);
}

/** Five seconds is what the product promises for a recovery. */
export async function reaches(rig: PrinterAcceptanceRig, state: PrinterState, withinMs = 5_000) {
  await rig.until(() => isSame(rig.manager.snapshot().state, state), withinMs).catch(() => {});
  expect(rig.manager.snapshot().state).toEqual(state);
}

function isSame(one: PrinterState, other: PrinterState): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
