import { useMutation } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PrintJob } from '../../contract/domain/print.ts';
import { Banner } from '../design/Banner.tsx';
import { Button } from '../design/Button.tsx';
import { useErrorWords } from '../system/error-words.ts';
import { useStation } from '../system/station-context.tsx';
import styles from './PrintQuestion.module.css';

/** Asks once about a paper nobody can vouch for; says what to do about one that did not print. */
export function PrintQuestion({ job }: { job: PrintJob }) {
  const { t } = useTranslation();
  const words = useErrorWords();
  const { client } = useStation();
  const answer = useMutation({
    mutationFn: async (cameOut: boolean) => await client.printing.answerUncertain({ jobId: job.id, cameOut }),
  });
  const retry = useMutation({ mutationFn: async () => await client.printing.retry({ jobId: job.id }) });
  const paper = t(`closing.paper.${job.kind}`, { label: job.label });
  const problem = t(`closing.problem.${job.problem ?? 'error'}`);
  const error = answer.error ?? retry.error;
  if (job.state !== 'uncertain' && job.state !== 'not-printed') return null;
  const asked = job.state === 'uncertain';
  return (
    <Banner
      tone={asked ? 'warn' : 'bad'}
      role="alert"
      icon={Printer}
      title={t(asked ? 'closing.question' : 'closing.notPrinted', { paper })}
      action={
        asked ? (
          <span className={styles.answers}>
            <Button busy={answer.isPending} onPress={() => answer.mutate(true)}>
              {t('closing.cameOut')}
            </Button>
            <Button busy={answer.isPending} onPress={() => answer.mutate(false)}>
              {t('closing.didNot')}
            </Button>
          </span>
        ) : (
          <Button variant="primary" busy={retry.isPending} onPress={() => retry.mutate()}>
            {t('closing.printNow')}
          </Button>
        )
      }
    >
      {problem} {asked ? t('closing.questionWords') : t('closing.safe')}
      {error ? <p>{words(error)}</p> : null}
    </Banner>
  );
}
