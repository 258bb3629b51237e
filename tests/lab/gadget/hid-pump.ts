import type { VirtualHidDevice } from '../../../drivers/virtual/hid/virtual-hid-device.ts';
import { pass } from '../support/wait.ts';
import { openConfigured, readSome, writeSome } from './device-file.ts';

/** Between two looks when there was nothing to move. */
const REST_MS = 5;
/** The longest report of a full-speed interrupt endpoint. */
const READ_BYTES = 64;

export interface HidPump {
  /** Lets the device file go; the gadget stays as it is. */
  stop(): Promise<void>;
}

/**
 * Stands between the gadget's device file and a virtual HID device. The gadget takes whatever report the host sets, and
 * does not say of which type; only the device's own are told to it. `next` is asked after each report the gadget took
 * whether there may be another.
 */
export async function pumpHidGadget(
  path: string,
  device: Pick<VirtualHidDevice, 'onReport' | 'setFeature'>,
  next: () => boolean,
): Promise<HidPump> {
  const file = await openConfigured(path);
  const waiting: Uint8Array[] = [];
  const stopReports = device.onReport((report) => waiting.push(report));
  let stopping = false;
  let isSending = true;
  const work = run();

  return {
    async stop() {
      stopping = true;
      stopReports();
      await work;
      await file.close();
    },
  };

  async function run() {
    while (!stopping) {
      const set = await readSome(file, READ_BYTES);
      if (set.length > 0) device.setFeature(set);
      const [report] = isSending ? waiting : [];
      const written = report ? await writeSome(file, report) : 0;
      if (written > 0) {
        waiting.shift();
        isSending = next();
      }
      if (set.length + written === 0) await pass(REST_MS);
    }
  }
}
