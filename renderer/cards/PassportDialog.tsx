import { BookUser } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft } from '../../contract/domain/draft.ts';
import type { PassportAccess, PassportNews } from '../../contract/station/cards.ts';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { useNewsStream } from '../system/news-stream.ts';
import { useStation } from '../system/station-context.tsx';
import { AccessNumber } from './AccessNumber.tsx';
import { CardProgress } from './CardProgress.tsx';
import { PassportResult } from './PassportResult.tsx';

/** Reads the passport's chip. `lines` is the whole MRZ, or null while it is not there; a scanned one begins by itself. */
export function PassportDialog({
  draft,
  lines,
  onClose,
}: {
  draft: Draft;
  lines: string | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { client } = useStation();
  const { news, error, start } = useNewsStream<PassportNews>();
  const [access, setAccess] = useState<PassportAccess | null>(null);
  const draftId = draft.id;

  const read = useCallback(
    (next: PassportAccess) => {
      setAccess(next);
      start((signal) => client.cards.readPassport({ draftId, access: next }, { signal }));
    },
    [client, draftId, start],
  );
  const isDone = news?.step === 'done';
  const hasFailed = news?.step === 'failed' || error !== null;
  const isOther = access?.kind === 'mrz' && access.lines !== lines;
  useEffect(() => {
    if (lines !== null && (access === null || (isOther && hasFailed))) read({ kind: 'mrz', lines });
  }, [lines, access, isOther, hasFailed, read]);

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('card.passport')}
      width="wide"
      actions={
        <>
          {access && hasFailed ? (
            <Button variant="primary" size="large" onPress={() => read(access)}>
              {t('common.retry')}
            </Button>
          ) : null}
          <Button variant={isDone ? 'primary' : 'secondary'} size="large" onPress={onClose}>
            {t(isDone ? 'common.done' : 'common.cancel')}
          </Button>
        </>
      }
    >
      {access === null ? (
        <AccessNumber onEntered={(number) => read({ kind: 'can', number })} />
      ) : isDone ? (
        <PassportResult result={news} serviceKey={draft.serviceKey} />
      ) : (
        <CardProgress document="passport" icon={BookUser} news={news} error={error} />
      )}
    </Dialog>
  );
}
