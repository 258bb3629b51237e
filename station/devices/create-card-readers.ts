import { type CardReaderManager, createCardReaderManager } from '../../drivers/smart-card/reader-manager.ts';
import type { ReaderSnapshot } from '../../drivers/smart-card/slot-desk.ts';
import type { UsbBus } from '../../drivers/transport/usb-transport.ts';
import { isForPeople } from '../cards/await-card.ts';
import type { Clock } from '../clock/clock.ts';
import { driverClock } from './driver-clock.ts';
import { type DeviceNow, numbered } from './present-device.ts';

/** The readers citizens' cards and passports are laid on. */
export interface CardReaders {
  readonly manager: CardReaderManager;
  /** Every place for a card, there or missed. */
  list(): DeviceNow[];
  close(): Promise<void>;
}

export interface CardReadersDependencies {
  readonly bus: UsbBus;
  readonly clock: Clock;
  readonly onChanged: () => void;
  readonly onTrouble: (error: unknown) => void;
}

export function createCardReaders({
  bus,
  clock,
  onChanged,
  onTrouble,
}: CardReadersDependencies): CardReaders {
  const manager = createCardReaderManager({ bus, clock: driverClock(clock), onTrouble });
  /** What was plugged in at some time, by its name in the list. */
  const seen = new Map<string, DeviceNow>();

  function present(): DeviceNow[] {
    return numbered(manager.snapshot().filter(isForPeople).map(describeReader));
  }

  function look(): void {
    for (const device of present()) seen.set(device.model, absent(device));
    onChanged();
  }
  const stop = manager.onChanged(look);

  return {
    manager,
    list() {
      const here = present();
      const names = new Set(here.map(({ model }) => model));
      return [...here, ...[...seen.values()].filter(({ model }) => !names.has(model))];
    },
    async close() {
      stop();
      await manager.close();
    },
  };
}

/** The driver's state in the words of the contract. */
export function describeReader({ model, state }: Pick<ReaderSnapshot, 'model' | 'state'>): DeviceNow {
  return {
    kind: 'smart-card-reader',
    model,
    state: state.name,
    reason: state.name === 'faulted' ? `reader-${state.reason.replace(/^reader-/, '')}` : null,
    paperNearEnd: false,
  };
}

function absent(device: DeviceNow): DeviceNow {
  return { ...device, state: 'absent', reason: null };
}
