/** The still camera driver over the real kernel, its camera at the other end of USB/IP. */
import { onTestFinished } from 'vitest';
import { acceptStillCamera } from '../../../drivers/ptp/camera-acceptance.ts';
import { FORMAT } from '../../../drivers/ptp/ptp-codes.ts';
import { createVirtualStillCamera } from '../../../drivers/virtual/ptp/virtual-still-camera.ts';
import { createSystemClock } from '../../../station/clock/clock.ts';
import { driverClock } from '../../../station/devices/driver-clock.ts';
import { createKernelSocket } from '../support/kernel-socket.ts';
import { openOwnBus } from '../support/own-bus.ts';

/** The least that is a JPEG: start, end, and a frame header between. */
const PICTURE = Uint8Array.from([
  ...[0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0],
  ...[0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0, 0xff, 0xd9],
]);

acceptStillCamera(async () => {
  const clock = driverClock(createSystemClock());
  const camera = createVirtualStillCamera({ clock, picture: () => PICTURE });
  const bytes = new Uint8Array(200_000).map((_, place) => place % 251);
  camera.store.add(FORMAT.exifJpeg, bytes);
  const bus = await openOwnBus(String(camera.descriptor.serialNumber));
  const socket = createKernelSocket(bus, camera);
  socket.plug();
  await socket.settled();
  onTestFinished(async () => {
    socket.unplug();
    await socket.settled();
    await bus.close();
  });
  return { bus, clock, file: { name: 'SPES0001.JPG', bytes }, captures: true, finish: (work) => work };
});
