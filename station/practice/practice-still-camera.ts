import type { PracticeState } from '../../contract/station/practice.ts';
import type { StillCameraTrouble } from '../../contract/station/practice-troubles.ts';
import type { Clock } from '../../drivers/clock.ts';
import { createVirtualStillCamera } from '../../drivers/virtual/ptp/virtual-still-camera.ts';
import type { VirtualUsbBus } from '../../drivers/virtual/usb/virtual-usb-bus.ts';
import type { VirtualUsbDevice } from '../../drivers/virtual/usb/virtual-usb-device.ts';
import { createSocket } from './socket.ts';
import { createStillCameraTroubles } from './troubles/still-camera-troubles.ts';

/** The still camera on the practice tray, which lies beside the kiosk until it is plugged in. */
export interface PracticeStillCamera {
  state(): PracticeState['stillCamera'];
  setPlugged(plugged: boolean): void;
  setTrouble(trouble: StillCameraTrouble | null): Promise<void>;
  /** What it sees from now on, as a JPEG. */
  see(picture: Uint8Array): void;
}

/** Focusing and writing the card. */
const SHUTTER_MS = 800;

export function createPracticeStillCamera(bus: VirtualUsbBus, clock: Clock): PracticeStillCamera {
  let seen: Uint8Array = new Uint8Array();
  let isCut = false;
  const picture = () => (isCut ? seen.subarray(0, seen.length >> 1) : seen);
  const camera = createVirtualStillCamera({ clock, picture, shutterMs: SHUTTER_MS });
  const another = createVirtualStillCamera({ clock, picture, abilities: { capture: false } });
  const socket = createSocket<VirtualUsbDevice>(bus, camera);
  const troubles = createStillCameraTroubles({
    bus,
    socket,
    camera,
    another,
    cutPictures(cut) {
      isCut = cut;
    },
  });
  return {
    state: () => ({ plugged: socket.isPlugged(), trouble: troubles.now() }),
    setPlugged: socket.setPlugged,
    setTrouble: troubles.set,
    see(picture) {
      seen = picture;
    },
  };
}
