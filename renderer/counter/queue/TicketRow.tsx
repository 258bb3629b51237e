import { Accessibility } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../../contract/domain/ticket.ts';
import { ListRow } from '../../design/ListRow.tsx';
import { StatusPill } from '../../design/StatusPill.tsx';
import { useFormat } from '../../system/language.ts';

/** One ticket that waits; press to serve it without a call. */
export function TicketRow({ ticket, onServe }: { ticket: Ticket; onServe: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const since = t('home.since', { time: format.time(ticket.issuedAt) });
  const people = ticket.people > 1 ? t('queue.peopleCount', { count: ticket.people }) : null;
  const appointment =
    ticket.appointmentAt === null
      ? null
      : t('queue.appointmentAt', { time: format.time(ticket.appointmentAt) });
  const filledIn = ticket.draftId === null ? null : t('queue.filledIn');
  return (
    <ListRow
      mark={ticket.number}
      title={t('home.serveNext', { number: ticket.number })}
      detail={[since, people, appointment, filledIn].filter((words) => words !== null).join(' · ')}
      aside={
        ticket.priority !== 'none' ? (
          <StatusPill tone="office" icon={Accessibility}>
            {t(`queue.priorities.${ticket.priority}`)}
          </StatusPill>
        ) : undefined
      }
      onPress={onServe}
    />
  );
}
