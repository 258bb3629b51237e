import type { CameraChoice } from '../../../contract/domain/camera.ts';

/** A camera that is plugged in now. */
export interface CameraDevice {
  /** Holds only while the application runs; empty before the browser may tell it. */
  readonly id: string;
  readonly label: string;
  /** Counted from 0 among cameras of the same label. */
  readonly place: number;
}

/** What is remembered of a camera that may be unplugged. */
export type CameraName = Pick<CameraChoice, 'label' | 'place'>;

/** The cameras among all media devices, as `enumerateDevices` lists them. */
export function listCameras(
  devices: readonly Pick<MediaDeviceInfo, 'kind' | 'deviceId' | 'label'>[],
): readonly CameraDevice[] {
  const seen = new Map<string, number>();
  return devices
    .filter(({ kind }) => kind === 'videoinput')
    .map(({ deviceId, label }) => {
      const place = seen.get(label) ?? 0;
      seen.set(label, place + 1);
      return { id: deviceId, label, place };
    });
}

/** The camera of this name, if it is plugged in. */
export function findCamera(devices: readonly CameraDevice[], name: CameraName | null): CameraDevice | null {
  if (name === null || name.label === '') return null;
  return devices.find(({ label, place }) => label === name.label && place === name.place) ?? null;
}

/** The camera of practice mode, which Chromium names by the film it plays. */
export function isPracticeCamera({ label }: CameraName): boolean {
  return label.endsWith('.mjpeg');
}

/** A name for people: without the vendor and product numbers Chromium adds, numbered when there are several alike. */
export function cameraTitle({ label, place }: CameraName): string {
  const name = label.replace(/\s*\([0-9a-f]{4}:[0-9a-f]{4}\)$/, '');
  return place === 0 ? name : `${name} (${place + 1})`;
}
