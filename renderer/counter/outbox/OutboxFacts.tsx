import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutboxSummary } from '../../../contract/domain/outbox.ts';
import { useFormat } from '../../system/language.ts';
import { useFacts } from '../../system/now.ts';
import { useStation } from '../../system/station-context.tsx';
import styles from './OutboxFacts.module.css';
import { ProgressLine } from './ProgressLine.tsx';
import { minuteWords, roughDuration } from './sending-words.ts';

/** What an officer may want to know of the line: how long it takes, what it costs, when it rests. */
export function OutboxFacts({ summary }: { summary: OutboxSummary }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { settings, settingsReceivedAt, bytesPerSecond, sentToday, sentThisMonth } = summary;
  const { dailyBytes, monthlyBytes, quietHours } = settings;
  return (
    <dl className={styles.facts}>
      <Fact name={t('outbox.estimate')}>
        <Estimate summary={summary} />
      </Fact>
      <Fact name={t('outbox.speed')}>
        {bytesPerSecond === null
          ? t('outbox.estimateUnknown')
          : t('outbox.speedValue', { size: format.bytes(bytesPerSecond) })}
      </Fact>
      <Fact name={t('outbox.quiet')}>
        {quietHours === null
          ? t('outbox.quietNone')
          : t('outbox.quietValue', {
              from: minuteWords(quietHours.from),
              until: minuteWords(quietHours.until),
            })}
      </Fact>
      <Budget name={t('outbox.today')} used={sentToday} limit={dailyBytes} />
      <Budget name={t('outbox.month')} used={sentThisMonth} limit={monthlyBytes} />
      {settingsReceivedAt === null ? null : (
        <Fact name={t('outbox.limits')} wide>
          {t('outbox.settingsByOffice', { received: format.instant(settingsReceivedAt) })}
        </Fact>
      )}
      <HoursFact />
      <MediaFact media={summary.media} />
      <CatalogFact />
    </dl>
  );
}

function Fact({ name, wide = false, children }: { name: string; wide?: boolean; children: ReactNode }) {
  return (
    <div className={wide ? `${styles.fact} ${styles.wide}` : styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Said only from a measure; before that, that there is none. */
function Estimate({ summary: { waiting, secondsLeft, hold } }: { summary: OutboxSummary }) {
  const { t } = useTranslation();
  if (waiting === 0) return t('outbox.estimateNone');
  if (secondsLeft === null) return t('outbox.estimateUnknown');
  const { unit, count } = roughDuration(secondsLeft);
  const time = t(`outbox.${unit}`, { count });
  return hold === null ? time : t('outbox.estimateHeld', { time });
}

function Budget({ name, used, limit }: { name: string; used: number; limit: number | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (limit === null) return <Fact name={name}>{t('outbox.used', { used: format.bytes(used) })}</Fact>;
  return (
    <Fact name={name}>
      {t('outbox.usedOf', { used: format.bytes(used), limit: format.bytes(limit) })}
      <ProgressLine label={name} value={used} whole={limit} />
    </Fact>
  );
}

/** Nothing is said where nothing waits: most kiosks have none for weeks. */
function MediaFact({ media: { waiting, refused } }: Pick<OutboxSummary, 'media'>) {
  const { t } = useTranslation();
  if (waiting + refused === 0) return null;
  return (
    <Fact name={t('outbox.media')} wide>
      {waiting === 0 ? null : t('outbox.mediaWaiting', { count: waiting })}{' '}
      {refused === 0 ? null : t('outbox.mediaRefused', { count: refused })}
    </Fact>
  );
}

/** When only self-service is open and who set it. Most halls have no such hours, and nobody set any. */
function HoursFact() {
  const { t } = useTranslation();
  const format = useFormat();
  const hours = useFacts()?.unattendedHours;
  if (!hours || (hours.spans.length === 0 && hours.receivedAt === null)) return null;
  const clock = (time: string) => time.replace(':', '.');
  const spans = hours.spans.map(({ from, to }) =>
    t('outbox.hoursSpan', { from: clock(from), until: clock(to) }),
  );
  return (
    <Fact name={t('outbox.hours')} wide>
      {spans.length === 0 ? t('outbox.hoursNone') : spans.join(', ')}.{' '}
      {hours.receivedAt === null
        ? t('outbox.hoursHere')
        : t('outbox.settingsByOffice', { received: format.instant(hours.receivedAt) })}
    </Fact>
  );
}

/** Since when the rules and fees in force are so, and how fresh the kiosk's knowledge of them is. */
function CatalogFact() {
  const { t } = useTranslation();
  const { queries } = useStation();
  const format = useFormat();
  const current = useQuery(queries.catalog.current.queryOptions()).data;
  if (!current) return null;
  const since = format.date(current.catalog.effectiveFrom);
  return (
    <Fact name={t('outbox.catalog')} wide>
      {current.receivedAt === null
        ? t('outbox.catalogInstalled', { since })
        : t('outbox.catalogReceived', { since, received: format.instant(current.receivedAt) })}
    </Fact>
  );
}
