import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ComplaintMedia as Media } from '../../../contract/domain/complaint.ts';
import { PlayVoice } from '../../capture/PlayVoice.tsx';
import { useObjectUrl } from '../../capture/use-object-url.ts';
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
    <div>
      <PlayVoice
        url={url}
        size="small"
        listen={t('feedback.hearVoice', { code })}
        stop={t('feedback.stopVoice', { code })}
      />
    </div>
  );
}
