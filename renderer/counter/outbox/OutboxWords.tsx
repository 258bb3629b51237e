import { useTranslation } from 'react-i18next';
import type { OutboxSummary } from '../../../contract/domain/outbox.ts';
import { StatusPill } from '../../design/StatusPill.tsx';
import { useFormat } from '../../system/language.ts';
import { useNow } from '../../system/now.ts';
import styles from './OutboxWords.module.css';

/** The outbox in plain words: how much waits, when central was last heard, when it is tried next. */
export function OutboxWords({ summary }: { summary: OutboxSummary }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const { waiting, waitingBytes, quarantined, line, lastContactAt, nextTryAt, sending } = summary;
  const isAll = summary.media.waiting + summary.media.refused === 0;
  const allSent = isAll ? t('home.allSent') : t('home.applicationsSent');
  const nothingWaits = quarantined === 0 ? allSent : t('home.othersSent');
  const lead = waiting === 0 ? nothingWaits : t('home.toSend', { count: waiting });
  return (
    <div className={styles.words}>
      <p className={styles.lead}>
        {lead}
        {waiting > 0 ? (
          <span className={styles.size}>{t('home.toSendSize', { size: format.bytes(waitingBytes) })}</span>
        ) : null}
      </p>
      <p className={styles.pills}>
        <StatusPill tone={line === 'up' ? 'good' : line === 'down' ? 'warn' : 'neutral'}>
          {sending ? t('home.sending') : t(`system.line.${line}`)}
        </StatusPill>
        {quarantined > 0 ? (
          <StatusPill tone="warn">{t('home.heldBack', { count: quarantined })}</StatusPill>
        ) : null}
      </p>
      <p className={styles.detail}>
        {lastContactAt === null
          ? t('home.neverContact')
          : t('home.lastContact', { time: format.when(lastContactAt, now) })}
        {nextTryAt !== null && waiting > 0 && nextTryAt > now
          ? ` · ${t('home.nextTry', { time: format.when(nextTryAt, now) })}`
          : null}
      </p>
    </div>
  );
}
