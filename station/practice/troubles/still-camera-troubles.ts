import type { StillCameraTrouble } from '../../../contract/station/practice-troubles.ts';
import type { StillCameraFaults } from '../../../drivers/virtual/ptp/still-camera-faults.ts';
import type { VirtualStillCamera } from '../../../drivers/virtual/ptp/virtual-still-camera.ts';
import type { VirtualUsbBus } from '../../../drivers/virtual/usb/virtual-usb-bus.ts';
import type { VirtualUsbDevice } from '../../../drivers/virtual/usb/virtual-usb-device.ts';
import type { Socket } from '../socket.ts';
import { busTroubles } from './bus-troubles.ts';
import { createOneTrouble, type MakeTrouble, type OneTrouble } from './one-trouble.ts';

/** Opening takes a look at its status and two commands: together some four and a half seconds. */
const SLOW_MS = 1_500;
/** Bytes; beyond any picture a camera may hand over. */
const FAR_TOO_LARGE = 0x7fff_ffff;

export interface StillCameraTroublesOptions {
  readonly bus: VirtualUsbBus;
  readonly socket: Socket<VirtualUsbDevice>;
  readonly camera: VirtualStillCamera;
  /** The same camera in a mode in which it takes no orders. */
  readonly another: VirtualUsbDevice;
  /** Whether the pictures it takes from now on are cut off in the middle. */
  readonly cutPictures: (cut: boolean) => void;
}

export function createStillCameraTroubles(
  options: StillCameraTroublesOptions,
): OneTrouble<StillCameraTrouble> {
  const { bus, socket, camera, another } = options;
  /** Noticed at the next picture. */
  const later =
    (made: Partial<StillCameraFaults>, mended: Partial<StillCameraFaults>): MakeTrouble =>
    (on) =>
      camera.setFaults(on ? made : mended);
  /** An idle camera is asked nothing, so the trouble is made as it is plugged in. */
  const atOnce =
    (made: Partial<StillCameraFaults>, mended: Partial<StillCameraFaults>): MakeTrouble =>
    (on) => {
      if (on) socket.anew(() => camera.setFaults(made));
      else camera.setFaults(mended);
    };
  return createOneTrouble<StillCameraTrouble>({
    ...busTroubles({ bus, socket, device: camera, slowMs: SLOW_MS }),
    silent: atOnce({ answers: 'silent' }, { answers: 'normal' }),
    garbage: atOnce({ answers: 'garbage' }, { answers: 'normal' }),
    stalled: atOnce({ stall: 'out' }, { stall: 'none' }),
    busy: atOnce({ busyStatuses: Number.POSITIVE_INFINITY }, { busyStatuses: 0 }),
    'cannot-capture': (on) => socket.place(on ? another : camera),
    'store-full': later({ store: 'full' }, { store: 'ok' }),
    'no-store': later({ store: 'missing' }, { store: 'ok' }),
    'no-picture': later({ events: 'none' }, { events: 'normal' }),
    'too-large': later({ announcedSize: FAR_TOO_LARGE }, { announcedSize: null }),
    refused: later({ ordersRefused: true }, { ordersRefused: false }),
    'not-a-jpeg': options.cutPictures,
  });
}
