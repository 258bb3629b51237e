import { Camera as CameraIcon, Check, CircleCheck, Clock, RotateCcw, TriangleAlert } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CameraView } from '../../capture/CameraView.tsx';
import { useCamera } from '../../capture/camera/use-camera.ts';
import { LiveAdvice } from '../../capture/LiveAdvice.tsx';
import { judgeWholeFrame, type Picture, takePicture } from '../../capture/picture/picture.ts';
import type { PictureAdvice } from '../../capture/picture/quality.ts';
import { useObjectUrl } from '../../capture/use-object-url.ts';
import { useWork } from '../../capture/use-work.ts';
import { Banner } from '../../design/Banner.tsx';
import { Button } from '../../design/Button.tsx';
import { classNames } from '../../design/class-names.ts';
import { useCatalog } from '../../system/catalog.ts';
import { useErrorWords } from '../../system/error-words.ts';
import { useLocalized } from '../../system/language.ts';
import { useApplication } from '../application/applications.tsx';
import { useNoticedCamera } from '../attendance/use-camera-watch.ts';
import { Question } from '../frame/Question.tsx';
import type { Screen } from '../visit.ts';
import { useVisit } from '../visit-context.tsx';
import styles from './DocumentPicture.module.css';
import { DocumentDrawing } from './drawings/DocumentDrawing.tsx';
import { pageName } from './page-name.ts';

interface Taken {
  readonly picture: Picture;
  readonly advice: PictureAdvice;
}

/** One page of a document before the camera, with what to do so that it can be read; looked at before it is kept. */
export function DocumentPicture({ screen }: { screen: Screen & { name: 'document-picture' } }) {
  const { t } = useTranslation();
  const { back, whenSettled } = useVisit();
  const { service } = useCatalog();
  const { session } = useApplication(screen.serviceKey);
  const local = useLocalized();
  const errorWords = useErrorWords();
  const camera = useCamera('documents');
  useNoticedCamera(camera);
  const video = useRef<HTMLVideoElement | null>(null);
  const [playing, setPlaying] = useState(false);
  const [taken, setTaken] = useState<Taken | null>(null);
  const { busy, error, work } = useWork();
  const url = useObjectUrl(taken?.picture.blob);
  const found = service(screen.serviceKey);
  const name = found ? pageName(found, screen.page, local) : '';

  const take = () =>
    work(async () => {
      if (!video.current) return;
      setTaken({
        advice: judgeWholeFrame(video.current),
        picture: await takePicture(video.current, camera.turns),
      });
    });
  const use = () =>
    work(async () => {
      if (!taken) return;
      await session.addPicture(screen.page, taken.picture, taken.advice);
      back();
    });

  const good = taken?.advice === 'good';
  return (
    <Question
      title={taken ? t('self.pictureTaken') : t('self.documentPicture', { document: name })}
      words={taken ? name : t('self.documentPictureWords')}
    >
      {error === null ? null : (
        <Banner tone="bad" role="alert" title={t('capture.notKept')}>
          {errorWords(error)}
        </Banner>
      )}
      <div className={styles.place}>
        <div className={styles.stage}>
          {taken && url ? (
            <img className={styles.taken} src={url} alt={t('capture.taken', { name })} />
          ) : (
            <CameraView
              camera={camera}
              videoRef={video}
              guide={screen.page.includes('passport') ? 'page' : 'card'}
              onPlaying={setPlaying}
            />
          )}
        </div>
        <div className={styles.aside}>
          <div className={styles.said} aria-live="polite">
            {taken ? <SpokenAdvice advice={taken.advice} /> : null}
            {!taken && playing ? (
              <LiveAdvice
                videoRef={video}
                judge={judgeWholeFrame}
                show={(advice) => <SpokenAdvice advice={advice} />}
              />
            ) : null}
          </div>
          {taken ? (
            <>
              <Button
                size="large"
                icon={RotateCcw}
                variant={good ? 'secondary' : 'primary'}
                onPress={() => setTaken(null)}
              >
                {t('capture.again')}
              </Button>
              <Button
                size="large"
                icon={Check}
                variant={good ? 'primary' : 'secondary'}
                busy={busy}
                onPress={use}
              >
                {t('capture.use')}
              </Button>
            </>
          ) : (
            <>
              <Button
                size="large"
                icon={CameraIcon}
                variant="primary"
                isDisabled={!playing}
                busy={busy}
                onPress={whenSettled(() => void take())}
              >
                {t('self.takeDocument')}
              </Button>
              <Button size="large" icon={Clock} onPress={whenSettled(back)}>
                {t('self.pictureLater')}
              </Button>
              <div className={styles.sample}>
                <DocumentDrawing page={screen.page} name={name} />
              </div>
            </>
          )}
        </div>
      </div>
    </Question>
  );
}

/** The advice in letters that are read while both hands hold a document. */
function SpokenAdvice({ advice }: { advice: PictureAdvice }) {
  const { t } = useTranslation();
  const good = advice === 'good';
  const Icon = good ? CircleCheck : TriangleAlert;
  return (
    <p className={classNames(styles.advice, good ? styles.good : styles.warn)}>
      <Icon aria-hidden size={36} />
      {t(`capture.advice.${advice}`)}
    </p>
  );
}
