import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CameraView } from '../../capture/CameraView.tsx';
import { useCamera } from '../../capture/camera/use-camera.ts';
import { Dialog } from '../../design/Dialog.tsx';

/** What the camera for documents sees now; nothing is taken or kept. */
export function CameraTestDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const camera = useCamera('documents');
  const video = useRef<HTMLVideoElement | null>(null);
  return (
    <Dialog isOpen onClose={onClose} title={t('device.testCamera')} width="full">
      <CameraView camera={camera} videoRef={video} guide="page" turnable onPlaying={() => undefined} />
    </Dialog>
  );
}
