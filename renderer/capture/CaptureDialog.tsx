import { Camera as CameraIcon, Check, Crop, RotateCw, Undo2 } from 'lucide-react';
import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Device } from '../../contract/domain/device.ts';
import { useReasonWords } from '../counter/devices/device-view.ts';
import { Banner } from '../design/Banner.tsx';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { useErrorWords } from '../system/error-words.ts';
import { CameraView } from './CameraView.tsx';
import styles from './CaptureDialog.module.css';
import { CropArea } from './CropArea.tsx';
import { useCaptureCamera } from './camera/use-capture-camera.ts';
import { StillCameraError, useTakeStill } from './camera/use-take-still.ts';
import { AdvicePill, LiveAdvice } from './LiveAdvice.tsx';
import {
  type Area,
  cropPicture,
  judgeFrame,
  type Picture,
  takePicture,
  toStillPicture,
  turnPicture,
} from './picture/picture.ts';
import type { PictureAdvice } from './picture/quality.ts';
import { StillCameraView } from './StillCameraView.tsx';
import { useObjectUrl } from './use-object-url.ts';
import { useWork } from './use-work.ts';

export interface CaptureDialogProps {
  title: string;
  guide: 'card' | 'page' | 'face';
  /** Keeps the picture; the dialog stays open and says why when it rejects. */
  onUse: (picture: Picture) => Promise<unknown>;
  onClose: () => void;
}

/**
 * A camera that is busy may be pressed too: it is so for a moment after each picture, the face hears of it a moment later,
 * and a press that begins before would be lost. Busy in earnest, the station says so.
 */
const takesOrders = ({ state }: Device) => state === 'ready' || state === 'busy';

/** Take, look, turn, crop, use: one picture at a time. */
export function CaptureDialog({ title, guide, onUse, onClose }: CaptureDialogProps) {
  const purpose = guide === 'face' ? 'portrait' : 'documents';
  const judge = useCallback((frame: HTMLVideoElement) => judgeFrame(frame, purpose), [purpose]);
  const { t } = useTranslation();
  const words = useErrorWords();
  const camera = useCaptureCamera(purpose);
  const takeStill = useTakeStill();
  const reasonWords = useReasonWords();
  const video = useRef<HTMLVideoElement | null>(null);
  const [playing, setPlaying] = useState(false);
  const [picture, setPicture] = useState<Picture | null>(null);
  const [advice, setAdvice] = useState<PictureAdvice>('good');
  const [area, setArea] = useState<Area | null>(null);
  const [cropping, setCropping] = useState(false);
  const { busy, error, work } = useWork();
  const url = useObjectUrl(picture?.blob);

  const take = () =>
    work(async () => {
      if (camera.stillInUse) {
        const taken = await toStillPicture(await takeStill(), purpose);
        setAdvice(taken.advice);
        setPicture(taken.picture);
        return;
      }
      if (!video.current) return;
      setAdvice(judgeFrame(video.current, purpose));
      setPicture(await takePicture(video.current, purpose === 'documents' ? camera.turns : 0));
    });
  const turn = () => work(async () => picture && setPicture(await turnPicture(picture)));
  const crop = () =>
    work(async () => {
      if (picture && area) setPicture(await cropPicture(picture, area));
      setCropping(false);
    });
  const use = () =>
    work(async () => {
      if (!picture) return;
      await onUse(picture);
      onClose();
    });

  return (
    <Dialog isOpen onClose={onClose} title={title} width="full" actions={actions()}>
      <div className={styles.stage}>
        {error === null ? null : (
          <Banner
            tone="bad"
            role="alert"
            title={t(error instanceof StillCameraError ? 'capture.stillProblem' : 'capture.notKept')}
          >
            {error instanceof StillCameraError ? reasonWords(error.reason) : words(error)}
          </Banner>
        )}
        {picture && url ? (
          cropping ? (
            <CropArea url={url} onArea={setArea} />
          ) : (
            <div className={styles.look}>
              <img className={styles.taken} src={url} alt={t('capture.taken', { name: title })} />
              {advice === 'good' ? null : (
                <span className={styles.advice}>
                  <AdvicePill advice={advice} />
                </span>
              )}
            </div>
          )
        ) : camera.stillInUse ? (
          <StillCameraView camera={camera} device={camera.stillInUse} taking={busy} />
        ) : (
          <CameraView
            camera={camera}
            videoRef={video}
            guide={guide}
            mirrored={purpose === 'portrait'}
            turnable={purpose === 'documents'}
            onPlaying={setPlaying}
          >
            {playing ? <LiveAdvice videoRef={video} judge={judge} /> : null}
          </CameraView>
        )}
      </div>
    </Dialog>
  );

  function actions() {
    if (!picture) {
      return (
        <Button
          variant="primary"
          size="large"
          icon={CameraIcon}
          isDisabled={camera.stillInUse ? !takesOrders(camera.stillInUse) : !playing}
          busy={busy}
          onPress={take}
        >
          {t('capture.take')}
        </Button>
      );
    }
    if (cropping) {
      return (
        <>
          <Button size="large" onPress={() => setCropping(false)}>
            {t('common.cancel')}
          </Button>
          <Button variant="primary" size="large" icon={Crop} busy={busy} onPress={crop}>
            {t('capture.cropDone')}
          </Button>
        </>
      );
    }
    return (
      <>
        <Button size="large" icon={Undo2} onPress={() => setPicture(null)}>
          {t('capture.again')}
        </Button>
        <Button size="large" icon={RotateCw} onPress={turn}>
          {t('capture.turn')}
        </Button>
        <Button size="large" icon={Crop} onPress={() => setCropping(true)}>
          {t('capture.crop')}
        </Button>
        <Button variant="primary" size="large" icon={Check} busy={busy} onPress={use}>
          {t('capture.use')}
        </Button>
      </>
    );
  }
}
