import { LARGEST_STILL_BYTES } from '../../contract/station/cameras.ts';
import type { Devices } from '../devices/create-devices.ts';
import { cameraReason } from '../devices/create-still-camera.ts';
import { implementer } from '../rpc/implementer.ts';
import type { Store } from '../store/database.ts';
import { readCameraChoices, writeCameraChoice } from '../store/tables/camera-choices.ts';

/** Remembers cameras for the face that calls, takes pictures with the still camera, and hears of the citizens' own. */
export function cameraRoutes(
  store: Store,
  { stillCamera, citizenCamera }: Pick<Devices, 'stillCamera' | 'citizenCamera'>,
) {
  const { cameras } = implementer;
  return cameras.router({
    choices: cameras.choices.handler(({ context }) => readCameraChoices(store.read, context.face)),
    choose: cameras.choose.handler(({ input, context }) => {
      store.transaction((database) => writeCameraChoice(database, context.face, input));
      return input;
    }),
    tellCondition: cameras.tellCondition.handler(({ input }) => {
      citizenCamera.tell(input.condition);
      return {};
    }),
    takeStill: cameras.takeStill.handler(async ({ signal }) => {
      const result = await stillCamera.capture({ signal });
      if (result.outcome === 'failed') return { outcome: 'failed', reason: cameraReason(result.reason) };
      const { jpeg, width, height } = result;
      if (jpeg.length > LARGEST_STILL_BYTES) return { outcome: 'failed', reason: cameraReason('too-large') };
      const picture = new Blob([new Uint8Array(jpeg)], { type: 'image/jpeg' });
      return { outcome: 'captured', picture, width, height };
    }),
  });
}
