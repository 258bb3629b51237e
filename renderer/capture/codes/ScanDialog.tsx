import { RefreshCw } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '../../design/Banner.tsx';
import { Button } from '../../design/Button.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { StatusPill } from '../../design/StatusPill.tsx';
import { CameraView } from '../CameraView.tsx';
import dialogStyles from '../CaptureDialog.module.css';
import { useCamera } from '../camera/use-camera.ts';
import { useCodeReading } from './use-code-reading.ts';

export interface ScanDialogProps {
  /** Told the text of the code, once; the dialog has closed by then. */
  onCode: (text: string) => void;
  onClose: () => void;
}

/** Waits for a code in front of the document camera. */
export function ScanDialog({ onCode, onClose }: ScanDialogProps) {
  const { t } = useTranslation();
  const camera = useCamera('documents');
  const video = useRef<HTMLVideoElement | null>(null);
  const [playing, setPlaying] = useState(false);
  const reading = useCodeReading(video, playing, (text) => {
    onClose();
    onCode(text);
  });
  return (
    <Dialog isOpen onClose={onClose} title={t('capture.scan')} width="full">
      <div className={dialogStyles.stage}>
        {reading.failed ? (
          <Banner
            tone="bad"
            role="alert"
            title={t('capture.scanFailed')}
            action={
              <Button size="small" icon={RefreshCw} onPress={reading.retry}>
                {t('common.retry')}
              </Button>
            }
          >
            {t('capture.scanFailedHelp')}
          </Banner>
        ) : null}
        <CameraView camera={camera} videoRef={video} guide="code" turnable onPlaying={setPlaying}>
          <StatusPill tone="neutral">{t('capture.scanHelp')}</StatusPill>
        </CameraView>
      </div>
    </Dialog>
  );
}
