import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CarryNews } from '../../../contract/station/hand-carry.ts';
import { Button } from '../../design/Button.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { Loading } from '../../design/Loading.tsx';
import { useNewsStream } from '../../system/news-stream.ts';
import { useStation } from '../../system/station-context.tsx';
import { CarryProgress } from './CarryProgress.tsx';
import { CarrySaved } from './CarrySaved.tsx';
import { CarryStart } from './CarryStart.tsx';
import { CarryTrouble } from './CarryTrouble.tsx';
import { RepliesRead } from './RepliesRead.tsx';

/** Drives come and go without an event of their own. */
const LOOK_AGAIN_MS = 1_500;

/** Saves what waits to a USB drive, and reads the office's replies from one. */
export function HandCarryDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { client, queries } = useStation();
  const { news, error, start, clear } = useNewsStream<CarryNews>();
  const [isSaving, setSaving] = useState(false);
  const overview = useQuery(
    queries.handCarry.overview.queryOptions({ refetchInterval: LOOK_AGAIN_MS, enabled: !isSaving }),
  ).data;
  const replies = useMutation(queries.handCarry.readReplies.mutationOptions());
  const isOver = news?.step === 'done' || news?.step === 'failed' || error !== null;

  function save(driveKey: string) {
    setSaving(true);
    start((signal) => client.handCarry.save({ driveKey }, { signal }));
  }
  function again() {
    setSaving(false);
    clear();
    replies.reset();
  }

  const body = () => {
    if (isSaving) {
      if (news?.step === 'done') return <CarrySaved file={news} />;
      if (news?.step === 'failed' || error !== null)
        return <CarryTrouble problem={news?.step === 'failed' ? news.reason : null} error={error} />;
      return <CarryProgress news={news} />;
    }
    if (replies.data) return <RepliesRead replies={replies.data.replies} />;
    if (!overview) return <Loading />;
    return (
      <CarryStart
        overview={overview}
        onSave={save}
        onRead={(driveKey) => replies.mutate({ driveKey })}
        isReading={replies.isPending}
        readError={replies.error}
      />
    );
  };
  const isRunning = isSaving && !isOver;
  const isAtStart = !isSaving && !replies.data;
  return (
    <Dialog
      isOpen
      // A finger beside the dialog must not end the writing: the button below does.
      onClose={isRunning ? undefined : onClose}
      title={t('carry.title')}
      width="wide"
      actions={
        isRunning ? (
          <Button size="large" onPress={again}>
            {t('common.cancel')}
          </Button>
        ) : (
          <>
            {isAtStart ? null : (
              <Button size="large" onPress={again}>
                {t('common.back')}
              </Button>
            )}
            <Button size="large" variant={isAtStart ? 'secondary' : 'primary'} onPress={onClose}>
              {t(isAtStart ? 'common.close' : 'common.done')}
            </Button>
          </>
        )
      }
    >
      {body()}
    </Dialog>
  );
}
