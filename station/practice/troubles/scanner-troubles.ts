import type { ScannerTrouble } from '../../../contract/station/practice-troubles.ts';
import type { VirtualHidBus } from '../../../drivers/virtual/hid/virtual-hid-bus.ts';
import type { VirtualHidDevice } from '../../../drivers/virtual/hid/virtual-hid-device.ts';
import type { VirtualScanner } from '../../../drivers/virtual/scanner/virtual-scanner.ts';
import type { Socket } from '../socket.ts';
import { busTroubles } from './bus-troubles.ts';
import { createOneTrouble, type OneTrouble } from './one-trouble.ts';

/** Opening takes one report. */
const SLOW_MS = 900;
/** Longer than anyone waits for a scanner to take a report. */
const NEVER_MS = 60_000;

/** `another` is the same scanner in a mode in which it tells no codes. */
export function createScannerTroubles(
  hid: VirtualHidBus,
  socket: Socket<VirtualHidDevice>,
  scanner: VirtualScanner,
  another: VirtualHidDevice,
): OneTrouble<ScannerTrouble> {
  return createOneTrouble<ScannerTrouble>({
    ...busTroubles({ bus: hid, socket, device: scanner, slowMs: SLOW_MS }),
    silent(on) {
      if (on) socket.anew(() => hid.slow(scanner, NEVER_MS));
      else hid.slow(scanner, 0);
    },
    garbage: (on) => scanner.setFailing(on ? 'babble' : 'none'),
    unsupported: (on) => socket.place(on ? another : scanner),
  });
}
