import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../../contract/domain/ticket.ts';
import type { TicketStep } from '../../../contract/station/queue.ts';
import { useNotices } from '../../design/Notices.tsx';
import { useErrorWords } from '../../system/error-words.ts';
import { useStation } from '../../system/station-context.tsx';

/** What takes a step back. What is missing cannot be: a number called out was heard. */
const UNDOING: Readonly<Partial<Record<TicketStep, TicketStep>>> = {
  call: 'put-back',
  hold: 'resume',
  'no-show': 'reopen',
};

export interface QueueSteps {
  /** One step of one ticket; what was done is said, with the way back where there is one. */
  take: (ticket: Ticket, step: TicketStep) => void;
  transfer: (ticket: Ticket, group: string) => void;
  callNext: () => void;
  isPending: boolean;
}

export function useQueueSteps(): QueueSteps {
  const { t } = useTranslation();
  const { queries } = useStation();
  const notify = useNotices();
  const errorWords = useErrorWords();
  const onError = (error: unknown) => notify({ tone: 'bad', text: errorWords(error) });
  const undo = useMutation(queries.queue.move.mutationOptions({ onError }));
  const move = useMutation(
    queries.queue.move.mutationOptions({
      onSuccess(ticket, { step }) {
        const back = UNDOING[step];
        notify({
          tone: 'neutral',
          text: t(`queue.done.${step}`, { number: ticket.number }),
          action: back && {
            label: t('common.undo'),
            onPress: () => undo.mutate({ ticketId: ticket.id, step: back, seenCalls: ticket.calls }),
          },
        });
      },
      onError,
    }),
  );
  const next = useMutation(queries.queue.callNext.mutationOptions({ onError }));
  const transfer = useMutation(
    queries.queue.transfer.mutationOptions({
      onSuccess: ({ number, group }) =>
        notify({ tone: 'neutral', text: t('queue.done.transfer', { number, group }) }),
      onError,
    }),
  );
  const isPending = move.isPending || next.isPending || transfer.isPending || undo.isPending;
  return {
    take(ticket, step) {
      if (!isPending) move.mutate({ ticketId: ticket.id, step, seenCalls: ticket.calls });
    },
    transfer(ticket, group) {
      if (!isPending) transfer.mutate({ ticketId: ticket.id, group });
    },
    callNext() {
      if (!isPending) next.mutate({});
    },
    isPending,
  };
}
