import { useMutation, useQuery } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PrintState } from '../../closing/PrintState.tsx';
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
  const [printJobId] = useState(newIdentifier);
  const print = useMutation(
    queries.selfService.printGuide.mutationOptions({
      onError: (error) => notify({ tone: 'bad', text: errorWords(error) }),
    }),
  );
  const job = useQuery(
    queries.printing.job.queryOptions({ input: { jobId: printJobId }, enabled: print.isSuccess }),
  ).data;
  if (job) return <PrintState job={job} />;
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
