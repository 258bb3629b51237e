import type { VirtualHidDevice } from '../../../drivers/virtual/hid/virtual-hid-device.ts';
import type { HidGadget } from '../gadget/hid-gadget.ts';
import { type HidPump, pumpHidGadget } from '../gadget/hid-pump.ts';
import { pass } from './wait.ts';

/** A report given to the gadget waits for the host to fetch it, some milliseconds apart. */
const FETCHED_MS = 100;

/** A HID gadget that is plugged in and pulled out, with a virtual device on its other side. */
export interface HidGadgetSocket {
  plug(): void;
  unplug(): void;
  /** Pulls the plug after the host has taken this many more reports. */
  unplugAfter(reports: number): void;
  /** Waits until what was asked for is done; the bus hears of it later. */
  settled(): Promise<void>;
}

export function createHidGadgetSocket(
  gadget: HidGadget,
  device: Pick<VirtualHidDevice, 'onReport' | 'setFeature' | 'reset'>,
): HidGadgetSocket {
  let pump: HidPump | null = null;
  let reportsUntilUnplug = Number.POSITIVE_INFINITY;
  let work = Promise.resolve();
  const then = (step: () => Promise<void>) => {
    work = work.then(step);
  };

  return {
    plug() {
      then(async () => {
        if (pump) return;
        gadget.plug();
        pump = await pumpHidGadget(gadget.path, device, next);
      });
    },
    unplug,
    unplugAfter(reports) {
      reportsUntilUnplug = reports;
    },
    settled: () => work,
  };

  function unplug() {
    reportsUntilUnplug = Number.POSITIVE_INFINITY;
    then(async () => {
      await pump?.stop();
      pump = null;
      gadget.unplug();
      device.reset();
    });
  }

  /** Whether the device may send another report. */
  function next(): boolean {
    reportsUntilUnplug -= 1;
    if (reportsUntilUnplug > 0) return true;
    then(() => pass(FETCHED_MS));
    unplug();
    return false;
  }
}
