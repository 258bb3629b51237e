import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
  type SatisfactionScore,
  SURVEY_ELEMENTS,
  type SurveyAnswers,
  surveyAnswersSchema,
} from '../../../contract/domain/satisfaction.ts';
import { useNotices } from '../../design/Notices.tsx';
import { useErrorWords } from '../../system/error-words.ts';
import { useStation } from '../../system/station-context.tsx';
import { Choices } from '../frame/Choices.tsx';
import { Question } from '../frame/Question.tsx';
import { useVisit } from '../visit-context.tsx';
import { SCORES } from './scores.ts';

/** The nine questions, one a screen. Nothing is counted before the last is answered. */
export function SurveyQuestion({ id, answers }: { id: string; answers: Partial<SurveyAnswers> }) {
  const { t } = useTranslation();
  const { go } = useVisit();
  const { queries } = useStation();
  const notify = useNotices();
  const errorWords = useErrorWords();
  const send = useMutation(
    queries.feedback.survey.mutationOptions({
      onSuccess: () => go({ name: 'surveyed' }),
      onError: (error) => notify({ tone: 'bad', text: errorWords(error) }),
    }),
  );
  const element = SURVEY_ELEMENTS.find((each) => answers[each] === undefined);
  if (!element) return null;
  const title = t(`self.skm.${element}.question`);

  function answer(score: SatisfactionScore): void {
    if (!element || send.isPending) return;
    const given = { ...answers, [element]: score };
    const whole = surveyAnswersSchema.safeParse(given);
    if (whole.success) send.mutate({ id, answers: whole.data });
    else go({ name: 'survey', id, answers: given });
  }

  return (
    <Question
      title={title}
      progress={t('self.questionOf', {
        number: SURVEY_ELEMENTS.indexOf(element) + 1,
        total: SURVEY_ELEMENTS.length,
      })}
    >
      <Choices
        label={title}
        columns={2}
        choices={SCORES.map(({ score, icon }) => ({
          key: String(score),
          label: t(`self.skm.${element}.${score}`),
          icon,
          onPress: () => answer(score),
        }))}
      />
    </Question>
  );
}
