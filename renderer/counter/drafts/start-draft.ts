import { useMutation } from '@tanstack/react-query';
import { useNotices } from '../../design/Notices.tsx';
import { useErrorWords } from '../../system/error-words.ts';
import { newIdentifier } from '../../system/identifiers.ts';
import { goTo } from '../../system/place.ts';
import { useStation } from '../../system/station-context.tsx';

/** Begins a draft without a ticket and opens it. */
export function useStartDraft(): { begin: (serviceKey: string) => void; isPending: boolean } {
  const { queries } = useStation();
  const notify = useNotices();
  const errorWords = useErrorWords();
  const start = useMutation(
    queries.registration.startDraft.mutationOptions({
      onSuccess: (draft) => goTo({ name: 'flow', draftId: draft.id }),
      onError: (error) => notify({ tone: 'bad', text: errorWords(error) }),
    }),
  );
  return {
    begin(serviceKey) {
      if (!start.isPending) start.mutate({ draftId: newIdentifier(), serviceKey });
    },
    isPending: start.isPending,
  };
}
