import { CameraOff, RefreshCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/Button.tsx';
import { EmptyState } from '../design/EmptyState.tsx';
import { CameraMenu } from './CameraMenu.tsx';
import styles from './CameraView.module.css';
import type { CameraProblem } from './camera/camera-problem.ts';
import type { Camera } from './camera/use-camera.ts';
import type { CaptureCamera } from './camera/use-capture-camera.ts';

/** Why there is no picture, what to do about it, and what happens by itself. */
export function CameraProblemView({
  problem,
  camera,
}: {
  problem: CameraProblem;
  camera: Camera | CaptureCamera;
}) {
  const { t } = useTranslation();
  return (
    <div className={styles.problem} role="status">
      <EmptyState
        icon={CameraOff}
        title={t(`capture.camera.${problem}`)}
        action={
          <div className={styles.actions}>
            <Button icon={RefreshCw} size="small" onPress={camera.retry}>
              {t('common.retry')}
            </Button>
            <CameraMenu camera={camera} />
          </div>
        }
      >
        <p>{t(`capture.cameraHelp.${problem}`)}</p>
        <p>{t(`capture.cameraThen.${problem}`)}</p>
      </EmptyState>
    </div>
  );
}
