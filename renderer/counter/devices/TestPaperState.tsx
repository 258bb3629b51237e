import { useQuery } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PrintJob } from '../../../contract/domain/print.ts';
import { PrintQuestion } from '../../closing/PrintQuestion.tsx';
import { usePrinterAdvice } from '../../closing/use-printer-advice.ts';
import { Banner } from '../../design/Banner.tsx';
import { useStation } from '../../system/station-context.tsx';

/** What became of a test paper: whether it is out, and what to do when it is not. */
export function TestPaperState({ print }: { print: PrintJob }) {
  const { t } = useTranslation();
  const { queries } = useStation();
  const advice = usePrinterAdvice();
  const job = useQuery(
    queries.printing.job.queryOptions({ input: { jobId: print.id }, initialData: print, staleTime: 0 }),
  ).data;
  switch (job.state) {
    case 'waiting':
    case 'printing':
      return (
        <Banner tone={advice === null ? 'neutral' : 'warn'} icon={Printer} title={t('device.testPrinting')}>
          {advice}
        </Banner>
      );
    case 'printed':
      return (
        <Banner tone="good" icon={Printer} role="status" title={t('device.testPrinted')}>
          {t('device.testPrintedWords')}
        </Banner>
      );
    case 'uncertain':
    case 'not-printed':
      return <PrintQuestion job={job} />;
  }
}
