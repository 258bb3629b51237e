import type { CameraCondition } from '../../../contract/domain/camera.ts';
import { browserCameras } from '../../capture/camera/browser-cameras.ts';
import { type CameraName, findCamera } from '../../capture/camera/camera-device.ts';
import { type CameraProblem, cameraProblem } from '../../capture/camera/camera-problem.ts';
import { waitAtMost } from '../../system/wait-at-most.ts';

/** So long nobody waits before an empty picture. */
const PICTURE_WITHIN_MS = 8_000;

/** A problem of a camera in use, as the station is told it. */
export function conditionOf(problem: CameraProblem): CameraCondition {
  switch (problem) {
    case 'missing':
    case 'unplugged':
      return 'missing';
    case 'denied':
      return 'blocked';
    case 'busy':
      return 'no-picture';
  }
}

/**
 * Opens the camera for documents as a citizen would, waits for its first picture, which is shown and kept nowhere, and lets
 * it go. Never rejects.
 */
export async function probeCamera(wanted: CameraName | null, signal: AbortSignal): Promise<CameraCondition> {
  let found: CameraCondition = 'no-picture';
  const over = AbortSignal.any([signal, AbortSignal.timeout(PICTURE_WITHIN_MS)]);
  const look = async () => {
    const source = browserCameras('documents');
    try {
      const { feed } = await source.open(findCamera(await source.list(), wanted));
      try {
        await firstPicture(feed.stream, over);
        found = 'present';
      } finally {
        feed.close();
      }
    } catch (error) {
      if (!over.aborted) found = conditionOf(cameraProblem(error));
    }
  };
  // A camera that never answers must not hold up the next look; should it answer later, it is let go.
  await waitAtMost(look(), PICTURE_WITHIN_MS);
  return found;
}

/** Rejects when the time is over. */
function firstPicture(stream: MediaStream, over: AbortSignal): Promise<void> {
  const video = document.createElement('video');
  video.muted = true;
  return new Promise<void>((resolve, reject) => {
    over.throwIfAborted();
    over.addEventListener('abort', () => reject(over.reason), { once: true });
    video.addEventListener('loadeddata', () => resolve(), { once: true });
    video.srcObject = stream;
    video.play().catch(() => undefined);
  }).finally(() => {
    video.srcObject = null;
  });
}
