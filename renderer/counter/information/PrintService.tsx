import { useMutation, useQuery } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PrintQuestion } from '../../closing/PrintQuestion.tsx';
import { usePrinterAdvice } from '../../closing/use-printer-advice.ts';
import { Banner } from '../../design/Banner.tsx';
import { Button } from '../../design/Button.tsx';
import { useNotices } from '../../design/Notices.tsx';
import { useErrorWords } from '../../system/error-words.ts';
import { newIdentifier } from '../../system/identifiers.ts';
import { useLanguage } from '../../system/language.ts';
import { useStation } from '../../system/station-context.tsx';

/** The paper about a service that citizens can also take from their own screen; once for each opening of this page. */
export function PrintService({ serviceKey }: { serviceKey: string }) {
  const { t } = useTranslation();
  const { queries } = useStation();
  const { language } = useLanguage();
  const notify = useNotices();
  const errorWords = useErrorWords();
  const advice = usePrinterAdvice();
  const [printJobId] = useState(newIdentifier);
  const print = useMutation(
    queries.selfService.printGuide.mutationOptions({
      onError: (error) => notify({ tone: 'bad', text: errorWords(error) }),
    }),
  );
  const job = useQuery(
    queries.printing.job.queryOptions({ input: { jobId: printJobId }, enabled: print.isSuccess }),
  ).data;
  if (job?.state === 'uncertain' || job?.state === 'not-printed') return <PrintQuestion job={job} />;
  if (job)
    return (
      <Banner
        tone={job.state === 'printed' ? 'good' : 'neutral'}
        icon={Printer}
        title={t(job.state === 'printed' ? 'information.printed' : 'information.printing')}
      >
        {job.state === 'printed' ? null : advice}
      </Banner>
    );
  return (
    <Button
      icon={Printer}
      busy={print.isPending || print.isSuccess}
      onPress={() => print.mutate({ printJobId, guide: { kind: 'service', serviceKey }, language })}
    >
      {t('information.print')}
    </Button>
  );
}
