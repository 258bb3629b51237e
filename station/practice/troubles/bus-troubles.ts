import type { Socket } from '../socket.ts';
import type { MakeTrouble } from './one-trouble.ts';

/** What a bus can do to a device on it, USB or HID. */
export interface TroublesomeBus<Device> {
  refuse(device: Device, kind: 'busy' | 'denied' | null): void;
  slow(device: Device, milliseconds: number): void;
}

/**
 * The troubles every device can have, which lie in how it is found: each is made as the device is plugged in, since a
 * kiosk that already holds it would notice nothing of another program or of a missing permission.
 */
export function busTroubles<Device>(options: {
  readonly bus: TroublesomeBus<Device>;
  readonly socket: Socket<Device>;
  readonly device: Device;
  /** Just below the driver's patience with one answer. */
  readonly slowMs: number;
}): Readonly<Record<'slow' | 'held-elsewhere' | 'denied', MakeTrouble>> {
  const { bus, socket, device, slowMs } = options;
  const refuse =
    (kind: 'busy' | 'denied'): MakeTrouble =>
    (on) => {
      if (on) socket.anew(() => bus.refuse(device, kind));
      else bus.refuse(device, null);
    };
  return {
    slow(on) {
      if (on) socket.anew(() => bus.slow(device, slowMs));
      else bus.slow(device, 0);
    },
    'held-elsewhere': refuse('busy'),
    denied: refuse('denied'),
  };
}
