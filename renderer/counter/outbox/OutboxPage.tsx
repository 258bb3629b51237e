import { useQuery } from '@tanstack/react-query';
import { CloudUpload } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OutboxSummary, SendingHold } from '../../../contract/domain/outbox.ts';
import type { Session } from '../../../contract/station/access.ts';
import { classNames } from '../../design/class-names.ts';
import { useStation } from '../../system/station-context.tsx';
import { HandCarryButton } from '../hand-carry/HandCarryButton.tsx';
import { ListPage } from '../ListPage.tsx';
import sheet from '../Sheet.module.css';
import { EnrolmentBanner } from './EnrolmentBanner.tsx';
import { HoldBanner } from './HoldBanner.tsx';
import { OutboxFacts } from './OutboxFacts.tsx';
import { OutboxList } from './OutboxList.tsx';
import styles from './OutboxPage.module.css';
import { OutboxWords } from './OutboxWords.tsx';
import { SendingSettings } from './SendingSettings.tsx';
import { SendNowButton } from './SendNowButton.tsx';

/** Everything that went out or waits to, and what stands in its way. */
export function OutboxPage({ session }: { session: Session }) {
  const { t } = useTranslation();
  const { queries } = useStation();
  const summary = useQuery(queries.outbox.summary.queryOptions()).data;
  const hold = summary ? holdToTell(summary) : null;
  // The station decides; an officer is only spared a button that would be refused.
  const maySet = session.role !== 'officer';
  return (
    <ListPage title={t('home.outbox')} icon={CloudUpload}>
      <EnrolmentBanner />
      {hold ? <HoldBanner hold={hold} /> : null}
      {summary ? (
        <section className={classNames(sheet.sheet, styles.summary)} aria-label={t('home.outbox')}>
          <div className={styles.top}>
            <OutboxWords summary={summary} />
            <div className={styles.actions}>
              <SendNowButton summary={summary} />
              <HandCarryButton />
              {maySet ? (
                <SendingSettings settings={summary.settings} receivedAt={summary.settingsReceivedAt} />
              ) : null}
            </div>
          </div>
          <OutboxFacts summary={summary} />
          {hold || summary.enrolmentProblem ? null : <p>{t('home.safeHere')}</p>}
        </section>
      ) : null}
      {summary ? <OutboxList summary={summary} /> : null}
    </ListPage>
  );
}

/** Quiet hours are told also while nothing waits: what is submitted now will not go at once. */
function holdToTell({ hold, quietUntil, sending }: OutboxSummary): SendingHold | null {
  // The banner above says that and more, also while nothing waits.
  if (hold?.reason === 'revoked') return null;
  if (hold !== null || quietUntil === null || sending) return hold;
  return { reason: 'quiet-hours', until: quietUntil };
}
