import { SwitchCamera } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Device } from '../../contract/domain/device.ts';
import { ChoiceMenu } from '../design/ChoiceMenu.tsx';
import { type CameraDevice, cameraTitle, isPracticeCamera } from './camera/camera-device.ts';
import type { Camera } from './camera/use-camera.ts';
import type { CaptureCamera } from './camera/use-capture-camera.ts';

/** What stands for the still camera among the identifiers of live ones, which are never like this. */
const STILL = 'still-camera';

/** Which camera to use, where there is one to choose besides the one in use. */
export function CameraMenu({ camera }: { camera: Camera | CaptureCamera }) {
  const { t } = useTranslation();
  const still = 'still' in camera ? camera.still : null;
  const { devices, state } = camera;
  const used = state.kind === 'live' ? state.device : null;
  const others = devices.filter(({ id }) => id !== used?.id);
  const hasOther = others.some(({ id }) => id !== '');
  if (!hasOther && !still) return null;
  const title = (device: CameraDevice) =>
    isPracticeCamera(device)
      ? t('capture.practiceCamera')
      : cameraTitle(device) || t('capture.unnamedCamera');
  return (
    <ChoiceMenu
      label={used ? title(used) : t('capture.otherCamera')}
      icon={SwitchCamera}
      choices={[
        ...devices.map((device) => ({ key: device.id, label: title(device) })),
        ...(still ? [{ key: STILL, label: t('capture.stillCamera', { model: still.model }) }] : []),
      ]}
      value={used?.id ?? null}
      onChoose={(key) => {
        if (key === STILL && 'chooseStill' in camera) camera.chooseStill(true);
        const device = devices.find(({ id }) => id === key);
        if (device) camera.choose(device);
      }}
    />
  );
}

/** The way from the still camera back to a live one. */
export function StillCameraMenu({ camera, device }: { camera: CaptureCamera; device: Device }) {
  const { t } = useTranslation();
  const title = t('capture.stillCamera', { model: device.model });
  return (
    <ChoiceMenu
      label={title}
      icon={SwitchCamera}
      choices={[
        { key: 'live', label: t('capture.liveCamera') },
        { key: STILL, label: title },
      ]}
      value={STILL}
      onChoose={(key) => camera.chooseStill(key === STILL)}
    />
  );
}
