/**
 * The one owner of the station's receipt printer: finds it on the bus, keeps it open, runs one job at a time,
 * recovers by itself when it is plugged in again, and says at any moment what state it is in.
 */
import type { Clock } from '../clock.ts';
import { ABSENT, type DeviceEvent, type DeviceState, nextDeviceState } from '../device-state.ts';
import { createListeners, type Unsubscribe } from '../listeners.ts';
import { type MatchedPrinter, matchPrinter } from '../registry/match-printer.ts';
import { TransportError } from '../transport/transport-error.ts';
import type { UsbBus, UsbDeviceInfo } from '../transport/usb-transport.ts';
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
  const closing = new AbortController();
  const remains = { value: false };
  let snapshot: PrinterSnapshot = { state: ABSENT, model: null, paperNearEnd: false };
  let attended: { key: string; leave: AbortController; done: Promise<void> } | null = null;

  const stopAttach = bus.onAttach((device) => consider(device));
  const stopDetach = bus.onDetach((device) => {
    if (attended?.key === device.key)
      attended.leave.abort(new TransportError('gone', 'The printer was detached'));
  });
  const listed = look();

  return {
    snapshot: () => snapshot,
    onChanged: changes.add,
    async print(bytes, { signal } = {}) {
      const reason = refusal();
      if (reason) return { outcome: 'not-printed', reason };
      return await queue.add(bytes, signal);
    },
    async close() {
      stopAttach();
      stopDetach();
      closing.abort(new TransportError('aborted', 'The printer manager is closing'));
      await listed;
      await attended?.done;
      queue.refuse('aborted');
    },
  };

  function refusal(): PrintReason | null {
    if (closing.signal.aborted) return 'aborted';
    return snapshot.state.name === 'absent' ? 'printer-absent' : queue.refusal();
  }

  async function look() {
    try {
      for (const device of await bus.list()) consider(device);
    } catch (error) {
      options.onTrouble?.(error);
    }
  }

  function consider(device: UsbDeviceInfo) {
    if (attended || closing.signal.aborted) return;
    const printer = matchPrinter(device);
    if (printer) attended = attend(printer);
  }

  function attend(printer: MatchedPrinter) {
    const leave = new AbortController();
    change({ kind: 'attached' }, { model: printer.model.name });
    const done = attendPrinter({
      bus,
      printer,
      clock,
      timing,
      queue,
      leaving: AbortSignal.any([leave.signal, closing.signal]),
      remains,
      onEvent: (event) => change(event),
      onNearEnd: (paperNearEnd) => change(null, { paperNearEnd }),
    }).then(() => {
      attended = null;
      queue.open();
      queue.refuse(closing.signal.aborted ? 'aborted' : 'printer-absent');
      change({ kind: 'detached' }, { model: null, paperNearEnd: false });
      return look();
    });
    return { key: printer.device.key, leave, done };
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
