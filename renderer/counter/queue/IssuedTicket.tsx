import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PrintJob, PrintState } from '../../../contract/domain/print.ts';
import type { Ticket } from '../../../contract/domain/ticket.ts';
import { usePrinterAdvice } from '../../closing/use-printer-advice.ts';
import { Button } from '../../design/Button.tsx';
import { StatusPill } from '../../design/StatusPill.tsx';
import type { Tone } from '../../design/tone.ts';
import { useStation } from '../../system/station-context.tsx';
import styles from './IssuedTicket.module.css';

interface Issued {
  readonly ticket: Ticket;
  readonly print: PrintJob;
  readonly waitingBefore: number;
  /** Null while too little was measured. */
  readonly estimateMinutes: number | null;
}

const TONES: Record<PrintState, Tone> = {
  waiting: 'neutral',
  printing: 'neutral',
  printed: 'good',
  uncertain: 'warn',
  'not-printed': 'warn',
};

/** The number as large as the citizen needs it, and what became of its paper. The number holds without a paper. */
export function IssuedTicket({ issued, onClose }: { issued: Issued; onClose: () => void }) {
  const { ticket, print, waitingBefore, estimateMinutes } = issued;
  const { t } = useTranslation();
  const { queries } = useStation();
  const job = useQuery(
    queries.printing.job.queryOptions({ input: { jobId: print.id }, initialData: print, staleTime: 0 }),
  ).data;
  const advice = usePrinterAdvice();
  const underWay = job.state === 'waiting' || job.state === 'printing';
  return (
    <div className={styles.issued}>
      <p className={styles.number}>{ticket.number}</p>
      <StatusPill tone={TONES[job.state]}>{t(`queue.paper.${job.state}`)}</StatusPill>
      {underWay && advice !== null ? <p role="status">{advice}</p> : null}
      <p>
        {t('queue.before', { count: waitingBefore })}
        {estimateMinutes ? ` ${t('queue.estimate', { count: estimateMinutes })}` : null}
      </p>
      <p>{t(job.state === 'printed' ? 'queue.tearOff' : 'queue.holdsAnyway')}</p>
      <Button variant="primary" size="large" wide onPress={onClose}>
        {t('common.done')}
      </Button>
    </div>
  );
}
