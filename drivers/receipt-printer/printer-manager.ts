/**
 * The one owner of the station's receipt printer: finds it on the bus, keeps it open, runs one job at a time,
 * recovers by itself when it is plugged in again, and says at any moment what state it is in.
 */
import { attendDevices } from '../attend-devices.ts';
import type { Clock } from '../clock.ts';
import { ABSENT, type DeviceEvent, type DeviceState, nextDeviceState } from '../device-state.ts';
import { createListeners, type Unsubscribe } from '../listeners.ts';
import { type MatchedPrinter, matchPrinter } from '../registry/match-printer.ts';
import { TransportError } from '../transport/transport-error.ts';
import type { UsbBus } from '../transport/usb-transport.ts';
import { createPrintQueue } from './print-queue.ts';
import type { PrintReason, PrintResult } from './print-result.ts';
import { attendPrinter } from './printer-attendant.ts';
import { PRINTER_TIMING, type PrinterTiming } from './printer-timing.ts';

export interface PrinterSnapshot {
  readonly state: DeviceState<PrintReason>;
  /** The registry's name for the model; null while absent. */
  readonly model: string | null;
  readonly paperNearEnd: boolean;
}

export interface PrinterManager {
  snapshot(): PrinterSnapshot;
  /** Called after every change of the snapshot. */
  onChanged(listener: (snapshot: PrinterSnapshot) => void): Unsubscribe;
  /**
   * Prints an encoded document. Never rejects and never prints anything twice. Jobs run in the order they came;
   * one that cannot start (no printer, no paper, cover open) ends at once as `not-printed`.
   */
  print(bytes: Uint8Array, options?: { readonly signal?: AbortSignal | undefined }): Promise<PrintResult>;
  /** Ends the running job as `aborted`, closes the printer and stops watching the bus. */
  close(): Promise<void>;
}

export interface PrinterManagerOptions {
  readonly bus: UsbBus;
  readonly clock: Clock;
  readonly timing?: Partial<PrinterTiming>;
  /** Told about failures that change no result, such as a bus that cannot be listed. */
  readonly onTrouble?: (error: unknown) => void;
}

export function createPrinterManager(options: PrinterManagerOptions): PrinterManager {
  const { bus, clock } = options;
  const timing = { ...PRINTER_TIMING, ...options.timing };
  const changes = createListeners<PrinterSnapshot>();
  const queue = createPrintQueue();
  const remains = { value: false };
  let snapshot: PrinterSnapshot = { state: ABSENT, model: null, paperNearEnd: false };

  const attendance = attendDevices({
    bus,
    atOnce: 1,
    attend(device, leaving) {
      const printer = matchPrinter(device);
      return printer && attend(printer, leaving);
    },
    leftBecause: (why) =>
      why === 'detached'
        ? new TransportError('gone', 'The printer was detached')
        : new TransportError('aborted', 'The printer manager is closing'),
    onTrouble: options.onTrouble,
  });

  return {
    snapshot: () => snapshot,
    onChanged: changes.add,
    async print(bytes, { signal } = {}) {
      const reason = refusal();
      if (reason) return { outcome: 'not-printed', reason };
      return await queue.add(bytes, signal);
    },
    async close() {
      await attendance.close();
      queue.refuse('aborted');
    },
  };

  function refusal(): PrintReason | null {
    if (attendance.closing.aborted) return 'aborted';
    return snapshot.state.name === 'absent' ? 'printer-absent' : queue.refusal();
  }

  async function attend(printer: MatchedPrinter, leaving: AbortSignal): Promise<void> {
    change({ kind: 'attached' }, { model: printer.model.name });
    await attendPrinter({
      bus,
      printer,
      clock,
      timing,
      queue,
      leaving,
      remains,
      onEvent: (event) => change(event),
      onNearEnd: (paperNearEnd) => change(null, { paperNearEnd }),
    });
    queue.open();
    queue.refuse(attendance.closing.aborted ? 'aborted' : 'printer-absent');
    change({ kind: 'detached' }, { model: null, paperNearEnd: false });
  }

  function change(event: DeviceEvent<PrintReason> | null, parts: Partial<PrinterSnapshot> = {}) {
    const state = event ? nextDeviceState(snapshot.state, event) : snapshot.state;
    const next = { ...snapshot, ...parts, state };
    const same =
      next.state === snapshot.state &&
      next.model === snapshot.model &&
      next.paperNearEnd === snapshot.paperNearEnd;
    snapshot = next;
    if (!same) changes.emit(snapshot);
  }
}
