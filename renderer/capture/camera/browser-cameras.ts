import type { CameraPurpose } from '../../../contract/domain/camera.ts';
import { type CameraDevice, listCameras } from './camera-device.ts';
import type { CameraFeed, CameraSource } from './camera-session.ts';
import { bestResolution, firstResolution } from './resolution.ts';

export interface StreamFeed extends CameraFeed {
  readonly stream: MediaStream;
}

/** The camera's own sizes only: Chromium would otherwise cut or stretch the picture to what was asked for. */
interface OwnSizes extends MediaTrackConstraints {
  readonly resizeMode: 'none';
}

/** The cameras of this machine, opened as their purpose needs. */
export function browserCameras(purpose: CameraPurpose): CameraSource<StreamFeed> {
  const { mediaDevices } = navigator;
  const list = async () => listCameras(await mediaDevices.enumerateDevices());
  return {
    list,
    async open(wanted) {
      const { width, height } = firstResolution(purpose);
      const video: OwnSizes = {
        width: { ideal: width },
        height: { ideal: height },
        resizeMode: 'none',
        ...(wanted && wanted.id !== '' ? { deviceId: { exact: wanted.id } } : {}),
      };
      const stream = await mediaDevices.getUserMedia({ video, audio: false });
      try {
        const [track] = stream.getVideoTracks();
        if (!track) throw new DOMException('the stream has no picture', 'NotReadableError');
        await widen(track, purpose);
        return { device: nameOf(track, await list(), wanted), feed: feedOf(stream, track) };
      } catch (error) {
        close(stream);
        throw error;
      }
    },
    onListChange(listener) {
      mediaDevices.addEventListener('devicechange', listener);
      return () => mediaDevices.removeEventListener('devicechange', listener);
    },
  };
}

/** Asks for the best size this camera has. One that refuses keeps the size it opened with, which is a picture too. */
async function widen(track: MediaStreamTrack, purpose: CameraPurpose): Promise<void> {
  const { width, height } = track.getCapabilities();
  if (!width?.max || !height?.max) return;
  const best = bestResolution(purpose, { width: width.max, height: height.max });
  const now = track.getSettings();
  if (now.width === best.width && now.height === best.height) return;
  const sizes: OwnSizes = {
    width: { ideal: best.width },
    height: { ideal: best.height },
    resizeMode: 'none',
  };
  await track.applyConstraints(sizes).catch(() => undefined);
}

function nameOf(
  track: MediaStreamTrack,
  devices: readonly CameraDevice[],
  wanted: CameraDevice | null,
): CameraDevice {
  const id = track.getSettings().deviceId ?? '';
  return devices.find((device) => device.id === id) ?? wanted ?? { id, label: track.label, place: 0 };
}

function feedOf(stream: MediaStream, track: MediaStreamTrack): StreamFeed {
  return {
    stream,
    onEnded: (listener) => track.addEventListener('ended', listener, { once: true }),
    close: () => close(stream),
  };
}

function close(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
