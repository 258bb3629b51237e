import { useTranslation } from 'react-i18next';
import type { ApplicationSummary } from '../../../contract/domain/application.ts';
import { ListRow } from '../../design/ListRow.tsx';
import { StatusPill } from '../../design/StatusPill.tsx';
import type { Tone } from '../../design/tone.ts';
import { useCatalog } from '../../system/catalog.ts';
import { useFormat } from '../../system/language.ts';
import { useNow } from '../../system/now.ts';
import styles from './ApplicationRow.module.css';

const KIND_TONES = { normal: 'neutral', 'needs-citizen': 'warn', finished: 'good', stopped: 'bad' } as const;

/** A submitted application: masked name, tracking code, where it stands. */
export function ApplicationRow({
  application,
  onPress,
}: {
  application: ApplicationSummary;
  onPress: () => void;
}) {
  const { t } = useTranslation();
  const { stage, stageName } = useCatalog();
  const format = useFormat();
  const now = useNow();
  const kind = stage(application.stageKey)?.kind;
  const tone: Tone = kind ? KIND_TONES[kind] : 'neutral';
  return (
    <ListRow
      title={application.maskedName}
      detail={
        <>
          {`${application.trackingCode} · ${format.when(application.submittedAt, now)}`}
          {application.appointment ? (
            <span className={styles.appointment}>
              {t('application.expected', { time: format.instant(application.appointment.at) })}
            </span>
          ) : null}
        </>
      }
      aside={<StatusPill tone={tone}>{stageName(application.stageKey)}</StatusPill>}
      onPress={onPress}
    />
  );
}
