import type { PracticeState } from '../../contract/station/practice.ts';
import type { Clock } from '../../drivers/clock.ts';
import { createVirtualStillCamera } from '../../drivers/virtual/ptp/virtual-still-camera.ts';
import type { VirtualUsbBus } from '../../drivers/virtual/usb/virtual-usb-bus.ts';

/** The still camera on the practice tray, which lies beside the kiosk until it is plugged in. */
export interface PracticeStillCamera {
  state(): PracticeState['stillCamera'];
  setPlugged(plugged: boolean): void;
  /** What it sees from now on, as a JPEG. */
  see(picture: Uint8Array): void;
}

/** Focusing and writing the card. */
const SHUTTER_MS = 800;

export function createPracticeStillCamera(bus: VirtualUsbBus, clock: Clock): PracticeStillCamera {
  let seen: Uint8Array = new Uint8Array();
  const camera = createVirtualStillCamera({ clock, picture: () => seen, shutterMs: SHUTTER_MS });
  return {
    state: () => ({ plugged: bus.isPlugged(camera) }),
    setPlugged(plugged) {
      if (plugged) bus.plug(camera);
      else bus.unplug(camera);
    },
    see(picture) {
      seen = picture;
    },
  };
}
