import { createCanvas } from '@napi-rs/canvas';
import { describe } from 'vitest';
import { createStillCameraRig } from '../virtual/ptp/still-camera-rig.ts';
import { acceptStillCamera } from './camera-acceptance.ts';
import { FORMAT } from './ptp-codes.ts';

const picture = new Uint8Array(createCanvas(640, 480).toBuffer('image/jpeg'));

describe.each([
  { packetSize: 512, headerAlone: false, classRequests: 'known', capture: true },
  { packetSize: 64, headerAlone: true, classRequests: 'known', capture: true },
  { packetSize: 512, headerAlone: false, classRequests: 'stall', capture: false },
  { packetSize: 512, headerAlone: false, classRequests: 'empty', capture: true },
] as const)('a camera with %o', ({ packetSize, capture, ...faults }) => {
  acceptStillCamera(async () => {
    const rig = await createStillCameraRig({
      picture: () => picture,
      packetSize,
      abilities: { capture },
      faults,
      plugged: false,
    });
    await rig.manager.close();
    const bytes = new Uint8Array(200_000).map((_, index) => index % 251);
    rig.camera.store.add(FORMAT.exifJpeg, bytes);
    rig.bus.plug(rig.camera);
    return {
      bus: rig.bus,
      clock: rig.clock,
      file: { name: 'SPES0001.JPG', bytes },
      captures: capture,
      finish: rig.finish,
    };
  });
});
