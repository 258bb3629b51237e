import { useStation } from '../../system/station-context.tsx';

/** The still camera took no picture. */
export class StillCameraError extends Error {
  override readonly name = 'StillCameraError';
  /** Key under `deviceReason`. */
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}

/** Presses the shutter of the still camera. Fails with a `StillCameraError`, or as every call to the station may. */
export function useTakeStill(): () => Promise<Blob> {
  const { client } = useStation();
  return async () => {
    const result = await client.cameras.takeStill();
    if (result.outcome === 'failed') throw new StillCameraError(result.reason);
    return result.picture;
  };
}
