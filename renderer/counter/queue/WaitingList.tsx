import { Undo2, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../../contract/domain/ticket.ts';
import type { Desk, TicketStep } from '../../../contract/station/queue.ts';
import { Button } from '../../design/Button.tsx';
import { EmptyState } from '../../design/EmptyState.tsx';
import { ListRow } from '../../design/ListRow.tsx';
import styles from './QueueCard.module.css';
import type { QueueSteps } from './queue-steps.ts';
import { TicketRow } from './TicketRow.tsx';

/** Who is next, in calling order; then who is on hold and who did not come, each with the way back. */
export function WaitingList({
  desk,
  steps,
  onServe,
}: {
  desk: Desk;
  steps: QueueSteps;
  onServe: (ticket: Ticket) => void;
}) {
  const { t } = useTranslation();
  const aside: [Ticket, TicketStep, string][] = [
    ...desk.held.map((ticket): [Ticket, TicketStep, string] => [ticket, 'resume', t('queue.heldState')]),
    ...desk.missed.map((ticket): [Ticket, TicketStep, string] => [ticket, 'reopen', t('home.noShow')]),
  ];
  if (desk.upcoming.length + aside.length + desk.current.length === 0)
    return (
      <div className={styles.tickets}>
        <EmptyState icon={Users} title={t('home.queueEmpty')}>
          {t('home.queueEmptyWords')}
        </EmptyState>
      </div>
    );
  return (
    <ul className={styles.tickets}>
      {desk.upcoming.map((ticket) => (
        <TicketRow key={ticket.id} ticket={ticket} onServe={() => onServe(ticket)} />
      ))}
      {aside.map(([ticket, step, state]) => (
        <ListRow
          key={ticket.id}
          mark={ticket.number}
          title={state}
          actions={
            <Button
              size="small"
              icon={Undo2}
              aria-label={t('queue.backFor', { number: ticket.number })}
              onPress={() => steps.take(ticket, step)}
            >
              {t('queue.back')}
            </Button>
          }
        />
      ))}
    </ul>
  );
}
