import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { TrackingCode } from '../../../contract/domain/tracking-code.ts';
import type { CitizenStatus } from '../../../contract/station/self-service.ts';
import styles from '../../catalog-reading/Reading.module.css';
import { Loading } from '../../design/Loading.tsx';
import { useCatalog } from '../../system/catalog.ts';
import { useErrorWords } from '../../system/error-words.ts';
import { errorCode } from '../../system/errors.ts';
import { useFormat, useLocalized } from '../../system/language.ts';
import { useStation } from '../../system/station-context.tsx';
import { Question } from '../frame/Question.tsx';
import { StageList } from './StageList.tsx';
import { StatusRefresh } from './StatusRefresh.tsx';

/** Where an application stands, as far as this kiosk has heard. */
export function StatusAnswer({ trackingCode }: { trackingCode: TrackingCode }) {
  const { t } = useTranslation();
  const { queries } = useStation();
  const errorWords = useErrorWords();
  const status = useQuery(queries.selfService.status.queryOptions({ input: { trackingCode }, retry: false }));
  if (status.error) {
    const unknown = errorCode(status.error) === 'NOT_FOUND';
    return (
      <Question
        title={unknown ? t('self.statusUnknown') : t('self.statusFailed')}
        words={unknown ? t('self.statusUnknownWords') : errorWords(status.error)}
      />
    );
  }
  if (!status.data) {
    return (
      <Question title={t('self.statusLooking')}>
        <Loading label={t('common.loading')} />
      </Question>
    );
  }
  return <Status status={status.data} />;
}

function Status({ status }: { status: CitizenStatus }) {
  const { t } = useTranslation();
  const { stage, stageName, serviceName } = useCatalog();
  const local = useLocalized();
  const format = useFormat();
  const now = stage(status.stageKey);
  return (
    <Question
      title={stageName(status.stageKey)}
      words={t('self.statusOf', {
        code: status.trackingCode,
        initials: status.initials,
        service: serviceName(status.serviceKey),
      })}
    >
      <div className={styles.item}>
        {now ? <p className={styles.mark}>{local(now.explanation)}</p> : null}
        <p>{t('self.statusSince', { when: format.instant(status.since) })}</p>
        {status.appointment === null ? null : (
          <p className={styles.mark}>
            {t('self.appointment', {
              when: `${format.longDay(status.appointment.at)}, ${format.time(status.appointment.at)}`,
              place: status.appointment.place,
            })}
          </p>
        )}
        {status.collectBefore === null ? null : (
          <p className={styles.mark}>
            {t('self.collectBefore', { when: format.longDay(status.collectBefore) })}
          </p>
        )}
      </div>
      <StatusRefresh status={status} />
      {status.remark !== null || status.remarkedFields.length > 0 ? (
        <div className={styles.item}>
          <h2>{t('self.wanted')}</h2>
          {status.remark === null ? null : <p>{status.remark}</p>}
          <ul>
            {status.remarkedFields.map((name) => (
              <li key={name.id}>{local(name)}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {status.product ? (
        <div className={styles.item}>
          <h2>{t('self.topic.fees')}</h2>
          <p>
            {local(status.product.name)}: {format.money(status.product.fee.amount)}
          </p>
          <p>{t('self.payWords')}</p>
        </div>
      ) : null}
      <StageList stageKey={status.stageKey} />
    </Question>
  );
}
