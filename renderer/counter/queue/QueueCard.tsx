import { useQuery } from '@tanstack/react-query';
import { Megaphone, TicketPlus, Users } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '../../design/Banner.tsx';
import { Button } from '../../design/Button.tsx';
import { Card } from '../../design/Card.tsx';
import { StatusPill } from '../../design/StatusPill.tsx';
import { useCatalog } from '../../system/catalog.ts';
import { useLocalized } from '../../system/language.ts';
import { useStation } from '../../system/station-context.tsx';
import { CalledTicket } from './CalledTicket.tsx';
import { IssueTicketDialog } from './IssueTicketDialog.tsx';
import styles from './QueueCard.module.css';
import { useQueueSteps } from './queue-steps.ts';
import { useServeTicket } from './serve-ticket.ts';
import { WaitingList } from './WaitingList.tsx';

/** The officer's queue: whom to call next, what to do with whoever was called, and the way to issue a number. */
export function QueueCard({ className }: { className?: string | undefined }) {
  const { t } = useTranslation();
  const { queries } = useStation();
  const { catalog } = useCatalog();
  const local = useLocalized();
  const [issuing, setIssuing] = useState(false);
  const serve = useServeTicket();
  const steps = useQueueSteps();
  const desk = useQuery(queries.queue.desk.queryOptions()).data;
  const current = desk?.current.find(({ state }) => state === 'called') ?? desk?.current[0];
  const next = desk?.upcoming[0];
  const services = catalog?.services ?? [];
  const groups = [...new Set(services.map(({ queueLetter }) => queueLetter))].map((letter) => ({
    letter,
    services: services
      .filter(({ queueLetter }) => queueLetter === letter)
      .map(({ name }) => local(name))
      .join(', '),
  }));
  return (
    <Card
      title={t('home.queue')}
      icon={Users}
      className={className}
      aside={desk ? <span>{t('queue.counter', { counter: desk.counter })}</span> : null}
    >
      <div className={styles.queue}>
        {desk ? (
          <p className={styles.counts}>
            <StatusPill tone="neutral" icon={Users}>
              {t('home.waiting', { count: desk.waiting })}
            </StatusPill>
            <StatusPill tone="good">{t('home.finished', { count: desk.finished })}</StatusPill>
          </p>
        ) : null}
        {desk && desk.untold.length > 0 ? (
          <Banner
            tone="warn"
            title={t('queue.untold', { numbers: desk.untold.map(({ number }) => number).join(', ') })}
          />
        ) : null}
        {current ? (
          <CalledTicket
            ticket={current}
            steps={steps}
            serve={serve}
            groups={groups.filter(({ letter }) => letter !== current.group)}
          />
        ) : null}
        <div className={styles.buttons}>
          {next && current?.state !== 'called' ? (
            <Button
              variant={current ? 'secondary' : 'primary'}
              size={current ? 'small' : 'large'}
              wide
              icon={Megaphone}
              busy={steps.isPending}
              onPress={steps.callNext}
            >
              {t('queue.call', { number: next.number })}
            </Button>
          ) : null}
          <Button
            variant={current || next ? 'secondary' : 'primary'}
            size="small"
            wide
            icon={TicketPlus}
            onPress={() => setIssuing(true)}
          >
            {t('home.issueTicket')}
          </Button>
        </div>
        {desk ? <WaitingList desk={desk} steps={steps} onServe={serve.begin} /> : null}
      </div>
      <IssueTicketDialog isOpen={issuing} onClose={() => setIssuing(false)} />
    </Card>
  );
}
