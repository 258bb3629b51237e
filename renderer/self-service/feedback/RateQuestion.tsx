import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNotices } from '../../design/Notices.tsx';
import { useErrorWords } from '../../system/error-words.ts';
import { useStation } from '../../system/station-context.tsx';
import { Choices } from '../frame/Choices.tsx';
import { Question } from '../frame/Question.tsx';
import { useVisit } from '../visit-context.tsx';
import { SCORES } from './scores.ts';

/** One touch. Nobody is asked who they are. */
export function RateQuestion({ id }: { id: string }) {
  const { t } = useTranslation();
  const { go } = useVisit();
  const { queries } = useStation();
  const notify = useNotices();
  const errorWords = useErrorWords();
  const rate = useMutation(
    queries.feedback.rate.mutationOptions({
      onSuccess: () => go({ name: 'rated' }),
      onError: (error) => notify({ tone: 'bad', text: errorWords(error) }),
    }),
  );
  return (
    <Question title={t('self.rateTitle')} words={t('self.anonymous')}>
      <Choices
        label={t('self.rateTitle')}
        columns={2}
        choices={SCORES.map(({ score, icon }) => ({
          key: String(score),
          label: t(`self.score.${score}`),
          icon,
          onPress: () => {
            if (!rate.isPending) rate.mutate({ id, score });
          },
        }))}
      />
    </Question>
  );
}
