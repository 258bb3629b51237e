import { useMutation } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DraftSummary } from '../../../contract/domain/draft.ts';
import { IconButton } from '../../design/Button.tsx';
import { ListRow } from '../../design/ListRow.tsx';
import { useNotices } from '../../design/Notices.tsx';
import { StatusPill } from '../../design/StatusPill.tsx';
import { useCatalog } from '../../system/catalog.ts';
import { useErrorWords } from '../../system/error-words.ts';
import { useFormat } from '../../system/language.ts';
import { useNow } from '../../system/now.ts';
import { goTo } from '../../system/place.ts';
import { useStation } from '../../system/station-context.tsx';

/** One draft: press to continue, discard with a way back. */
export function DraftRow({ draft }: { draft: DraftSummary }) {
  const { t } = useTranslation();
  const { queries } = useStation();
  const { stepTitle } = useCatalog();
  const format = useFormat();
  const now = useNow();
  const notify = useNotices();
  const errorWords = useErrorWords();
  const name = draft.fullName || t('home.unnamed');
  const tellError = (error: unknown) => notify({ tone: 'bad', text: errorWords(error) });
  const restore = useMutation(queries.registration.restoreDraft.mutationOptions({ onError: tellError }));
  const discard = useMutation(
    queries.registration.discardDraft.mutationOptions({
      onSuccess: () =>
        notify({
          tone: 'neutral',
          text: t('home.discarded', { name }),
          action: { label: t('common.undo'), onPress: () => restore.mutate({ draftId: draft.id }) },
        }),
      onError: tellError,
    }),
  );
  return (
    <ListRow
      mark={draft.ticketNumber ?? undefined}
      title={name}
      detail={t('home.draftDetail', {
        step: stepTitle(draft.serviceKey, draft.currentStep),
        time: format.when(draft.savedAt, now),
      })}
      aside={draft.returned ? <StatusPill tone="warn">{t('home.returnedPill')}</StatusPill> : undefined}
      onPress={() => goTo({ name: 'flow', draftId: draft.id })}
      actions={
        <IconButton
          icon={Trash2}
          label={t('home.discardDraft', { name })}
          isDisabled={discard.isPending}
          onPress={() => discard.mutate({ draftId: draft.id })}
        />
      }
    />
  );
}
