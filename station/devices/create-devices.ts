import type { Device, DeviceChange } from '../../contract/domain/device.ts';
import type { CameraManager } from '../../drivers/ptp/camera-manager.ts';
import {
  createPrinterManager,
  type PrinterManager,
  type PrinterSnapshot,
} from '../../drivers/receipt-printer/printer-manager.ts';
import type { CardReaderManager } from '../../drivers/smart-card/reader-manager.ts';
import type { HidBus } from '../../drivers/transport/hid-transport.ts';
import type { UsbBus } from '../../drivers/transport/usb-transport.ts';
import type { Clock } from '../clock/clock.ts';
import type { StationEvents } from '../events.ts';
import type { Store } from '../store/database.ts';
import { createCardReaders } from './create-card-readers.ts';
import { type CitizenCamera, createCitizenCamera } from './create-citizen-camera.ts';
import type { IdentityCardReader } from './create-identity-card-reader.ts';
import { createScanners } from './create-scanners.ts';
import { createStillCamera } from './create-still-camera.ts';
import { createDeviceLog } from './device-log.ts';
import { driverClock } from './driver-clock.ts';
import type { DeviceNow } from './present-device.ts';

/** What is plugged in. */
export interface Devices {
  readonly printer: PrinterManager;
  readonly cardReaders: CardReaderManager;
  readonly stillCamera: Pick<CameraManager, 'capture'>;
  readonly citizenCamera: Pick<CitizenCamera, 'tell' | 'condition'>;
  /** Null where the district has set none. */
  readonly identityCardReader: IdentityCardReader | null;
  /** The printer, present or not, and everything else that is or was plugged in. */
  list(): Device[];
  /** State changes since the start, newest first. */
  log(): DeviceChange[];
  /** Called each time the receipt printer becomes able to print. */
  onPrinterReady(listener: () => void): void;
  /** Releases every device and the buses. */
  close(): Promise<void>;
}

export interface DevicesDependencies {
  readonly bus: UsbBus;
  readonly hid: HidBus;
  readonly store: Store;
  readonly clock: Clock;
  readonly events: StationEvents;
  /** A vendor's KTP-el reader; null where there is none. `onChanged` is to be called when its state changes. */
  readonly openIdentityCardReader: ((onChanged: () => void) => IdentityCardReader) | null;
  readonly onTrouble: (error: unknown) => void;
}

export function createDevices(dependencies: DevicesDependencies): Devices {
  const { bus, hid, store, clock, events, openIdentityCardReader, onTrouble } = dependencies;
  const log = createDeviceLog(clock);
  const printer = createPrinterManager({ bus, clock: driverClock(clock), onTrouble });
  const scanners = createScanners({ hid, clock, events, onChanged: changed, onTrouble });
  const cardReaders = createCardReaders({ bus, clock, onChanged: changed, onTrouble });
  const stillCamera = createStillCamera({ bus, clock, onChanged: changed, onTrouble });
  const citizenCamera = createCitizenCamera({ store, clock, onChanged: changed });
  const identityCardReader = openIdentityCardReader?.(changed) ?? null;
  const readyListeners: (() => void)[] = [];
  let wasReady = false;

  function listNow(): DeviceNow[] {
    return [
      describePrinter(printer.snapshot()),
      ...scanners.list(),
      ...cardReaders.list(),
      ...(identityCardReader?.list() ?? []),
      ...stillCamera.list(),
      ...citizenCamera.list(),
    ];
  }

  function changed(): void {
    log.look(listNow());
    events.publish({ type: 'devices-changed' });
  }

  const stopListening = printer.onChanged(({ state }) => {
    changed();
    const isReady = state.name === 'ready';
    if (isReady && !wasReady) for (const listener of readyListeners) listener();
    wasReady = isReady;
  });

  return {
    printer,
    cardReaders: cardReaders.manager,
    stillCamera: stillCamera.manager,
    citizenCamera,
    identityCardReader,
    list: () => log.withLastFaults(listNow()),
    log: log.changes,
    onPrinterReady(listener) {
      readyListeners.push(listener);
      if (wasReady) listener();
    },
    async close() {
      stopListening();
      await printer.close();
      await scanners.close();
      await cardReaders.close();
      await stillCamera.close();
      await identityCardReader?.close();
      await hid.close();
      await bus.close();
    },
  };
}

/** The driver's state in the words of the contract. */
export function describePrinter({ state, model, paperNearEnd }: PrinterSnapshot): DeviceNow {
  return {
    kind: 'receipt-printer',
    model: model ?? '',
    state: state.name,
    reason: state.name === 'faulted' ? state.reason : null,
    paperNearEnd,
  };
}
