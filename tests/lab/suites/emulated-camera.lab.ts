/** The still camera driver on a camera somebody else wrote: the emulator's own, which shows a folder of the host. */
import { onTestFinished } from 'vitest';
import { acceptStillCamera } from '../../../drivers/ptp/camera-acceptance.ts';
import { createSystemClock } from '../../../station/clock/clock.ts';
import { driverClock } from '../../../station/devices/driver-clock.ts';
import { CAMERA_FILE, cameraFile } from '../support/camera-file.ts';
import { openOwnBus } from '../support/own-bus.ts';

const SERIAL_NUMBER = 'QEMU-CAMERA';

acceptStillCamera(async () => {
  const bus = await openOwnBus(SERIAL_NUMBER);
  onTestFinished(() => bus.close());
  return {
    bus,
    clock: driverClock(createSystemClock()),
    file: { name: CAMERA_FILE, bytes: cameraFile() },
    captures: false,
    finish: (work) => work,
  };
});
