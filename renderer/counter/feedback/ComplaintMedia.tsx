import { useQuery } from '@tanstack/react-query';
import { Play, Square } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComplaintMedia as Media } from '../../../contract/domain/complaint.ts';
import { useObjectUrl } from '../../capture/use-object-url.ts';
import { Button } from '../../design/Button.tsx';
import { errorCode } from '../../system/errors.ts';
import { useStation } from '../../system/station-context.tsx';
import styles from './Feedback.module.css';

/** What a citizen showed or said; read when it is on screen, and not kept beyond it. */
export function ComplaintMedia({ media, code }: { media: Media; code: string }) {
  const { t } = useTranslation();
  const { queries } = useStation();
  const kept = useQuery(
    queries.feedback.media.queryOptions({
      input: { mediaId: media.id },
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 0,
    }),
  );
  const url = useObjectUrl(kept.data?.bytes);
  if (errorCode(kept.error) === 'NOT_FOUND')
    return <p className={styles.text}>{t(`feedback.mediaGone.${media.kind}`)}</p>;
  if (!url) return null;
  return media.kind === 'picture' ? (
    <img className={styles.picture} src={url} alt={t('feedback.pictureOf', { code })} />
  ) : (
    <Voice url={url} code={code} />
  );
}

function Voice({ url, code }: { url: string; code: string }) {
  const { t } = useTranslation();
  const audio = useRef<HTMLAudioElement>(null);
  const [playing, setPlaying] = useState(false);

  function press(): void {
    const element = audio.current;
    if (!element) return;
    if (playing) {
      element.pause();
      return;
    }
    element.currentTime = 0;
    element.play().catch(() => setPlaying(false));
  }

  return (
    <div>
      <audio
        ref={audio}
        src={url}
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onEnded={() => setPlaying(false)}
      >
        <track kind="captions" />
      </audio>
      <Button size="small" icon={playing ? Square : Play} onPress={press}>
        {t(playing ? 'feedback.stopVoice' : 'feedback.hearVoice', { code })}
      </Button>
    </div>
  );
}
