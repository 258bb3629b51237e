import { useMutation } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrintJob } from '../../contract/domain/print.ts';
import { Banner } from '../design/Banner.tsx';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { TextField } from '../design/TextField.tsx';
import { useErrorWords } from '../system/error-words.ts';
import { newIdentifier } from '../system/identifiers.ts';
import { useStation } from '../system/station-context.tsx';
import { PrintQuestion } from './PrintQuestion.tsx';
import { usePrinterAdvice } from './use-printer-advice.ts';

/** What became of a paper, and what to do about it. */
export function PrintState({ job }: { job: PrintJob }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const advice = usePrinterAdvice();
  switch (job.state) {
    case 'waiting':
    case 'printing':
      return (
        <Banner tone={advice === null ? 'neutral' : 'warn'} icon={Printer} title={t('closing.printing')}>
          {advice}
        </Banner>
      );
    case 'printed':
      return (
        <>
          <Banner
            tone="good"
            icon={Printer}
            title={t('closing.printed')}
            action={
              <Button size="small" onPress={() => setAsking(true)}>
                {t('closing.reprint')}
              </Button>
            }
          >
            {t('closing.printedWords')}
          </Banner>
          {asking ? <ReprintDialog job={job} onClose={() => setAsking(false)} /> : null}
        </>
      );
    case 'uncertain':
    case 'not-printed':
      return <PrintQuestion job={job} />;
  }
}

function ReprintDialog({ job, onClose }: { job: PrintJob; onClose: () => void }) {
  const { t } = useTranslation();
  const words = useErrorWords();
  const { client } = useStation();
  const [reason, setReason] = useState('');
  const [newJobId] = useState(newIdentifier);
  const reprint = useMutation({
    mutationFn: async () => await client.printing.reprint({ jobId: job.id, newJobId, reason: reason.trim() }),
    onSuccess: onClose,
  });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('closing.reprint')}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={reason.trim() === ''}
            busy={reprint.isPending}
            onPress={() => reprint.mutate()}
          >
            {t('closing.reprint')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('closing.reprintReason')}
        hint={t('closing.reprintHint')}
        value={reason}
        onChange={setReason}
        maximumLength={200}
        autoFocus
      />
      {reprint.error ? <Banner tone="bad" role="alert" title={words(reprint.error)} /> : null}
    </Dialog>
  );
}
