import { Camera as CameraIcon, Check, RotateCcw } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CameraView } from '../../capture/CameraView.tsx';
import { useCamera } from '../../capture/camera/use-camera.ts';
import { takePicture } from '../../capture/picture/picture.ts';
import { useObjectUrl } from '../../capture/use-object-url.ts';
import { useWork } from '../../capture/use-work.ts';
import { Banner } from '../../design/Banner.tsx';
import { Button } from '../../design/Button.tsx';
import { useErrorWords } from '../../system/error-words.ts';
import { useNoticedCamera } from '../attendance/use-camera-watch.ts';
import { Question } from '../frame/Question.tsx';
import { useVisit } from '../visit-context.tsx';
import styles from './Complaint.module.css';
import { useComplaintDraft } from './complaint-drafts.tsx';

/** A picture of what the complaint is about; the camera opens only once the citizen agrees. */
export function ComplaintPicture({ id }: { id: string }) {
  const { t } = useTranslation();
  const { whenSettled } = useVisit();
  const [agreed, setAgreed] = useState(false);
  if (agreed) return <Taking id={id} />;
  return (
    <Question title={t('self.media.picture.title')} words={t('self.media.picture.consent')} icon={CameraIcon}>
      <Button size="large" variant="primary" icon={CameraIcon} onPress={whenSettled(() => setAgreed(true))}>
        {t('self.media.picture.agree')}
      </Button>
    </Question>
  );
}

function Taking({ id }: { id: string }) {
  const { t } = useTranslation();
  const { back } = useVisit();
  const { begin, keep } = useComplaintDraft(id);
  const errorWords = useErrorWords();
  const camera = useCamera('documents');
  useNoticedCamera(camera);
  const video = useRef<HTMLVideoElement | null>(null);
  const [playing, setPlaying] = useState(false);
  const [blob, setBlob] = useState<Blob | null>(null);
  const { busy, error, work } = useWork();
  const url = useObjectUrl(blob);

  const take = () =>
    work(async () => {
      if (video.current) setBlob((await takePicture(video.current, camera.turns)).blob);
    });
  const use = () =>
    work(async () => {
      if (!blob) return;
      const upload = begin('picture');
      upload.add(blob);
      await upload.done();
      keep('picture', { upload, blob });
      back();
    });

  const title = t(blob ? 'self.media.picture.taken' : 'self.media.picture.aim');
  return (
    <Question title={title}>
      {error === null ? null : (
        <Banner tone="bad" role="alert" title={t('capture.notKept')}>
          {errorWords(error)}
        </Banner>
      )}
      <div className={styles.stage}>
        {blob && url ? (
          <img className={styles.taken} src={url} alt={title} />
        ) : (
          <CameraView camera={camera} videoRef={video} guide="page" onPlaying={setPlaying} />
        )}
      </div>
      {blob ? (
        <div className={styles.pair}>
          <Button size="large" icon={RotateCcw} onPress={() => setBlob(null)}>
            {t('capture.again')}
          </Button>
          <Button size="large" variant="primary" icon={Check} busy={busy} onPress={use}>
            {t('capture.use')}
          </Button>
        </div>
      ) : (
        <Button
          size="large"
          variant="primary"
          icon={CameraIcon}
          isDisabled={!playing}
          busy={busy}
          onPress={take}
        >
          {t('self.takeDocument')}
        </Button>
      )}
    </Question>
  );
}
