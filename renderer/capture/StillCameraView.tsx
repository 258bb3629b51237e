import { Camera as CameraIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Device } from '../../contract/domain/device.ts';
import { useReasonWords } from '../counter/devices/device-view.ts';
import { EmptyState } from '../design/EmptyState.tsx';
import { StillCameraMenu } from './CameraMenu.tsx';
import styles from './CameraView.module.css';
import type { CaptureCamera } from './camera/use-capture-camera.ts';

/** What the still camera is doing, which shows nothing before it has taken a picture. */
export function StillCameraView({
  camera,
  device,
  taking,
}: {
  camera: CaptureCamera;
  device: Device;
  taking: boolean;
}) {
  const { t } = useTranslation();
  const reasonWords = useReasonWords();
  const isBusy = taking || device.state === 'busy';
  const title = () => {
    if (device.state === 'faulted') return t('capture.stillProblem');
    if (device.state === 'opening') return t('capture.stillOpening');
    return t(isBusy ? 'capture.stillTaking' : 'capture.stillAim');
  };
  return (
    <div className={styles.problem} role="status">
      <EmptyState
        icon={CameraIcon}
        title={title()}
        action={<StillCameraMenu camera={camera} device={device} />}
      >
        <p>{device.state === 'faulted' ? reasonWords(device.reason) : t('capture.stillAimWords')}</p>
      </EmptyState>
    </div>
  );
}
