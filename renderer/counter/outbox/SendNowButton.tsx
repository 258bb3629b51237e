import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Send } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutboxSummary } from '../../../contract/domain/outbox.ts';
import { Button } from '../../design/Button.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { useNotices } from '../../design/Notices.tsx';
import { useErrorWords } from '../../system/error-words.ts';
import { useStation } from '../../system/station-context.tsx';

/** Sends without waiting for the next try; what quiet hours or a budget hold is asked about first. */
export function SendNowButton({ summary }: { summary: OutboxSummary }) {
  const { sending, hold, quietUntil } = summary;
  const { t } = useTranslation();
  const { queries } = useStation();
  const cache = useQueryClient();
  const notify = useNotices();
  const errorWords = useErrorWords();
  const [asking, setAsking] = useState(false);
  const send = useMutation(
    queries.outbox.sendNow.mutationOptions({
      onSuccess: (summary) => cache.setQueryData(queries.outbox.summary.queryKey(), summary),
      onError: (error) => notify({ tone: 'bad', text: errorWords(error) }),
      onSettled: () => setAsking(false),
    }),
  );
  const isSpent = hold?.reason === 'budget-spent';
  const isKept = isSpent || quietUntil !== null;
  return (
    <>
      <Button
        size="small"
        icon={Send}
        busy={send.isPending || (sending && !isKept)}
        onPress={() => {
          if (isKept) setAsking(true);
          else send.mutate({});
        }}
      >
        {t('home.sendNow')}
      </Button>
      <Dialog
        isOpen={asking}
        onClose={() => setAsking(false)}
        role="alertdialog"
        title={t('outbox.sendAnyway')}
        actions={
          <>
            <Button onPress={() => setAsking(false)}>{t('common.cancel')}</Button>
            <Button
              variant="primary"
              icon={Send}
              busy={send.isPending}
              onPress={() => send.mutate({ evenIfHeld: true })}
            >
              {t('outbox.sendAnywayYes')}
            </Button>
          </>
        }
      >
        <p>{t(quietUntil === null ? 'outbox.sendAnywayBudget' : 'outbox.sendAnywayQuiet')}</p>
      </Dialog>
    </>
  );
}
