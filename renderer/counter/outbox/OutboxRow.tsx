import { useMutation } from '@tanstack/react-query';
import { RotateCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OutboxItem, PacketState } from '../../../contract/domain/outbox.ts';
import { Button } from '../../design/Button.tsx';
import { ListRow } from '../../design/ListRow.tsx';
import { useNotices } from '../../design/Notices.tsx';
import { StatusPill } from '../../design/StatusPill.tsx';
import type { Tone } from '../../design/tone.ts';
import { useErrorWords } from '../../system/error-words.ts';
import { useFormat } from '../../system/language.ts';
import { useNow } from '../../system/now.ts';
import { useStation } from '../../system/station-context.tsx';
import styles from './OutboxRow.module.css';
import { ProgressLine } from './ProgressLine.tsx';

const TONES: Record<PacketState, Tone> = {
  sealed: 'neutral',
  'core-sent': 'neutral',
  sending: 'neutral',
  delivered: 'good',
  quarantined: 'warn',
};

/** One packet: how far it is, what keeps it, and when it is tried again. */
export function OutboxRow({ item }: { item: OutboxItem }) {
  const { t } = useTranslation();
  const { queries } = useStation();
  const notify = useNotices();
  const errorWords = useErrorWords();
  const code = item.trackingCode;
  const retry = useMutation(
    queries.outbox.retry.mutationOptions({
      onSuccess: () => notify({ tone: 'good', text: t('outbox.retried', { code }) }),
      onError: (error) => notify({ tone: 'bad', text: errorWords(error) }),
    }),
  );
  return (
    <ListRow
      title={code}
      detail={<Detail item={item} />}
      aside={<StatusPill tone={TONES[item.state]}>{t(`home.delivery.${item.state}`)}</StatusPill>}
      actions={
        item.state === 'quarantined' ? (
          <Button
            size="small"
            icon={RotateCw}
            busy={retry.isPending}
            aria-label={t('outbox.retry', { code })}
            onPress={() => retry.mutate({ packetId: item.packetId })}
          >
            {t('home.tryAgain')}
          </Button>
        ) : undefined
      }
    />
  );
}

function Detail({ item }: { item: OutboxItem }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const { state, sentBytes, byteLength, attempts, nextAttemptAt, deliveredAt, reason } = item;
  const size = format.bytes(byteLength);
  const partly = (state === 'core-sent' || state === 'sending') && sentBytes < byteLength;
  const amount = partly ? t('outbox.progress', { sent: format.bytes(sentBytes), size }) : size;
  const further = [
    deliveredAt === null ? null : t('outbox.deliveredAt', { time: format.when(deliveredAt, now) }),
    attempts > 0 && deliveredAt === null ? t('outbox.attempts', { count: attempts }) : null,
    nextAttemptAt !== null && nextAttemptAt > now
      ? t('outbox.nextAttempt', { time: format.when(nextAttemptAt, now) })
      : null,
  ].filter((words) => words !== null);
  return (
    <>
      <span className={styles.more}>
        {[format.when(item.createdAt, now), amount, ...further].join(' · ')}
      </span>
      {state === 'sending' ? (
        <ProgressLine label={`${item.trackingCode}: ${amount}`} value={sentBytes} whole={byteLength} />
      ) : null}
      {reason ? <span className={styles.reason}>{t(`outbox.reason.${reason}`)}</span> : null}
    </>
  );
}
