import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '../../design/Banner.tsx';
import { Button } from '../../design/Button.tsx';
import { useErrorWords } from '../../system/error-words.ts';
import { useStation } from '../../system/station-context.tsx';
import { useApplications } from '../application/applications.tsx';
import { PaperNote } from '../frame/PaperNote.tsx';
import { Question } from '../frame/Question.tsx';
import type { Screen } from '../visit.ts';
import styles from './TicketAnswer.module.css';

/** The number as large as the screen allows: it holds whether or not its paper comes out. */
export function TicketAnswer({ screen }: { screen: Screen & { name: 'ticket' } }) {
  const { t } = useTranslation();
  const { queries } = useStation();
  const errorWords = useErrorWords();
  const { id, printJobId, serviceKey, people, priority, draftId } = screen;
  const { takenAlong } = useApplications();
  const { mutate, data, error } = useMutation(
    queries.queue.issue.mutationOptions({ onSuccess: () => draftId !== null && takenAlong() }),
  );
  useEffect(() => {
    mutate({ id, printJobId, serviceKey, people, priority, draftId });
  }, [mutate, id, printJobId, serviceKey, people, priority, draftId]);
  if (error) {
    return (
      <Question title={t('self.ticketFailed')}>
        <Banner tone="bad" role="alert" title={errorWords(error)} />
        <Button
          size="large"
          variant="primary"
          onPress={() => mutate({ id, printJobId, serviceKey, people, priority, draftId })}
        >
          {t('common.retry')}
        </Button>
      </Question>
    );
  }
  return (
    <Question title={t('self.ticketTitle')}>
      <p className={styles.number}>{data?.ticket.number ?? '…'}</p>
      {data ? (
        <>
          <p className={styles.before}>
            {data.waitingBefore === 0
              ? t('self.ticketNext')
              : t('self.ticketBefore', { count: data.waitingBefore })}
            {data.estimateMinutes === null
              ? null
              : ` ${t('self.ticketEstimate', { count: data.estimateMinutes })}`}
          </p>
          <PaperNote printJobId={printJobId} without={t('self.ticketWithoutPaper')} />
          {draftId === null ? null : (
            <>
              <p className={styles.before}>{t('self.applyTaken')}</p>
              <p>{t('self.applyKept')}</p>
            </>
          )}
          <p>{t('self.ticketWait')}</p>
        </>
      ) : null}
    </Question>
  );
}
