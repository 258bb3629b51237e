import { useMutation } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNotices } from '../../design/Notices.tsx';
import { useErrorWords } from '../../system/error-words.ts';
import { errorCode } from '../../system/errors.ts';
import { newIdentifier } from '../../system/identifiers.ts';
import { goTo } from '../../system/place.ts';
import { useScans } from '../../system/scans.tsx';
import { useStation, useStationEvent } from '../../system/station-context.tsx';

/** Scanned tickets open their draft, receipts their application; what means nothing here is said. */
export function useDeskScans(): { applicationId: string | null; closeApplication: () => void } {
  const { t } = useTranslation();
  const { queries } = useStation();
  const notify = useNotices();
  const errorWords = useErrorWords();
  const [applicationId, setApplicationId] = useState<string | null>(null);
  /** `known` says what the two refusals a scan can meet mean for this paper. */
  const refused = (known: Readonly<Record<string, string>>) => (error: unknown) =>
    notify({ tone: 'warn', text: known[errorCode(error)] ?? errorWords(error) });
  const serve = useMutation(
    queries.queue.serve.mutationOptions({
      onSuccess({ draftId }) {
        setApplicationId(null);
        goTo({ name: 'flow', draftId });
      },
      onError: refused({ NOT_FOUND: t('scan.ticketUnknown'), CONFLICT: t('scan.ticketClosed') }),
    }),
  );
  const find = useMutation(
    queries.registration.findApplication.mutationOptions({
      onSuccess: (found) => setApplicationId(found.applicationId),
      onError: refused({ NOT_FOUND: t('scan.receiptUnknown') }),
    }),
  );

  useScans('desk', (meaning) => {
    switch (meaning.kind) {
      case 'ticket':
        if (!serve.isPending) serve.mutate({ ticketId: meaning.ticketId, draftId: newIdentifier() });
        return true;
      case 'receipt':
        if (!find.isPending) find.mutate({ trackingCode: meaning.trackingCode });
        return true;
      case 'card-number':
      case 'mrz':
        notify({ tone: 'warn', text: t('scan.noPlace') });
        return true;
      case 'unknown':
        notify({ tone: 'warn', text: t('scan.unknown') });
        return true;
    }
  });
  useStationEvent(
    'scan-failed',
    useCallback(() => notify({ tone: 'warn', text: t('scan.failed') }), [notify, t]),
  );
  return { applicationId, closeApplication: () => setApplicationId(null) };
}
