import { CircleCheck, ClipboardList } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { newIdentifier } from '../../system/identifiers.ts';
import { Choices } from '../frame/Choices.tsx';
import { Question } from '../frame/Question.tsx';
import { useVisit } from '../visit-context.tsx';

/** Said after a touch, with the nine questions for whoever likes to say more. */
export function Thanks({ offerSurvey }: { offerSurvey: boolean }) {
  const { t } = useTranslation();
  const { go, end } = useVisit();
  return (
    <Question title={t('self.thanks')} words={t('self.thanksWords')}>
      <Choices
        label={t('self.thanks')}
        choices={[
          { key: 'end', label: t('self.finish'), icon: CircleCheck, onPress: end },
          ...(offerSurvey
            ? [
                {
                  key: 'survey',
                  label: t('self.survey'),
                  detail: t('self.surveyDetail'),
                  icon: ClipboardList,
                  onPress: () => go({ name: 'survey', id: newIdentifier(), answers: {} }),
                },
              ]
            : []),
        ]}
      />
    </Question>
  );
}
