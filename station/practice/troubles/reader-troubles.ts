import type { ReaderTrouble } from '../../../contract/station/practice-troubles.ts';
import type { CcidFault, VirtualCcidReader } from '../../../drivers/virtual/ccid/virtual-ccid-options.ts';
import type { VirtualUsbBus } from '../../../drivers/virtual/usb/virtual-usb-bus.ts';
import type { VirtualUsbDevice } from '../../../drivers/virtual/usb/virtual-usb-device.ts';
import type { Socket } from '../socket.ts';
import { busTroubles } from './bus-troubles.ts';
import { createOneTrouble, type MakeTrouble, type OneTrouble } from './one-trouble.ts';

/** Opening takes three questions: together some four and a half seconds. */
const SLOW_MS = 1_500;

/** `another` is a reader that works in a way no driver here speaks. */
export function createReaderTroubles(
  bus: VirtualUsbBus,
  socket: Socket<VirtualUsbDevice>,
  reader: VirtualCcidReader,
  another: VirtualUsbDevice,
): OneTrouble<ReaderTrouble> {
  const fault =
    (name: CcidFault): MakeTrouble =>
    (on) =>
      reader.setFault(on ? name : null);
  return createOneTrouble<ReaderTrouble>({
    ...busTroubles({ bus, socket, device: reader, slowMs: SLOW_MS }),
    silent: fault('silent'),
    garbage: fault('garbage'),
    stalled: fault('stall-out'),
    hardware: fault('broken'),
    'mute-card': fault('mute-card'),
    unsupported: (on) => socket.place(on ? another : reader),
  });
}
