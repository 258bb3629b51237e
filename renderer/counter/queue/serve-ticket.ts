import { useMutation } from '@tanstack/react-query';
import type { Ticket } from '../../../contract/domain/ticket.ts';
import { useNotices } from '../../design/Notices.tsx';
import { useErrorWords } from '../../system/error-words.ts';
import { newIdentifier } from '../../system/identifiers.ts';
import { goTo } from '../../system/place.ts';
import { useStation } from '../../system/station-context.tsx';

/** Takes a ticket to the counter, or goes back to the one already there, and opens its draft. */
export function useServeTicket(): { begin: (ticket: Ticket) => void; isPending: boolean } {
  const { queries } = useStation();
  const notify = useNotices();
  const errorWords = useErrorWords();
  const serve = useMutation(
    queries.queue.serve.mutationOptions({
      onSuccess: ({ draftId }) => goTo({ name: 'flow', draftId }),
      onError: (error) => notify({ tone: 'bad', text: errorWords(error) }),
    }),
  );
  return {
    begin(ticket) {
      if (!serve.isPending) serve.mutate({ ticketId: ticket.id, draftId: ticket.draftId ?? newIdentifier() });
    },
    isPending: serve.isPending,
  };
}
