import { ClipboardList, Lightbulb, MailSearch, MessageCircleWarning, Smile } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { newIdentifier } from '../../system/identifiers.ts';
import { Choices } from '../frame/Choices.tsx';
import { Question } from '../frame/Question.tsx';
import { useVisit } from '../visit-context.tsx';

export function FeedbackMenu() {
  const { t } = useTranslation();
  const { go } = useVisit();
  const complain = (kind: 'complaint' | 'suggestion') =>
    go({ name: 'complaint', kind, id: newIdentifier(), printJobId: newIdentifier() });
  return (
    <Question title={t('self.feedbackTitle')} words={t('self.feedbackWords')}>
      <Choices
        label={t('self.feedbackTitle')}
        columns={2}
        choices={[
          {
            key: 'rate',
            label: t('self.rate'),
            detail: t('self.rateDetail'),
            icon: Smile,
            onPress: () => go({ name: 'rate', id: newIdentifier() }),
          },
          {
            key: 'survey',
            label: t('self.survey'),
            detail: t('self.surveyDetail'),
            icon: ClipboardList,
            onPress: () => go({ name: 'survey', id: newIdentifier(), answers: {} }),
          },
          {
            key: 'complaint',
            label: t('self.complain'),
            icon: MessageCircleWarning,
            onPress: () => complain('complaint'),
          },
          {
            key: 'suggestion',
            label: t('self.suggest'),
            icon: Lightbulb,
            onPress: () => complain('suggestion'),
          },
          {
            key: 'answer',
            label: t('self.seeAnswer'),
            icon: MailSearch,
            onPress: () => go({ name: 'answer-code' }),
          },
        ]}
      />
    </Question>
  );
}
