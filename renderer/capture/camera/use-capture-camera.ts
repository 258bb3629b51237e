import { useQuery } from '@tanstack/react-query';
import type { CameraPurpose } from '../../../contract/domain/camera.ts';
import type { Device } from '../../../contract/domain/device.ts';
import { useStation } from '../../system/station-context.tsx';
import { type Camera, useCamera, useCameraChoice } from './use-camera.ts';

/** What can take a picture: a live camera of the face, or the station's still camera. */
export interface CaptureCamera extends Camera {
  /** The still camera that is plugged in and chosen for the purpose; the live one is off meanwhile. */
  readonly stillInUse: Device | null;
  /** The still camera that is plugged in, in use or not. */
  readonly still: Device | null;
  /** Takes pictures with the still camera from now on, or with a live one again, and remembers it for the purpose. */
  readonly chooseStill: (still: boolean) => void;
}

/** The camera that takes pictures for a purpose while this is on screen. */
export function useCaptureCamera(purpose: CameraPurpose): CaptureCamera {
  const { queries } = useStation();
  const devices = useQuery(queries.devices.list.queryOptions()).data;
  const { wanted, remember } = useCameraChoice(purpose);
  const still = devices?.find(({ kind, state }) => kind === 'camera' && state !== 'absent') ?? null;
  const stillInUse = wanted?.still === true ? still : null;
  const camera = useCamera(purpose, stillInUse === null);
  return {
    ...camera,
    still,
    stillInUse,
    chooseStill: (next) => remember({ still: next }),
  };
}
