import { User, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCatalog } from '../../system/catalog.ts';
import { Choices } from '../frame/Choices.tsx';
import { Question } from '../frame/Question.tsx';
import { useVisit } from '../visit-context.tsx';
import { useApplication } from './applications.tsx';
import { applicationQuestions, questionAfter } from './questions.ts';

/** Says what becomes of what is typed, and asks whose passport it is: the questions that follow speak of that person. */
export function WhoseQuestion({ serviceKey }: { serviceKey: string }) {
  const { t } = useTranslation();
  const { go } = useVisit();
  const { service } = useCatalog();
  const { filled } = useApplication(serviceKey);
  const found = service(serviceKey);
  const first = found ? questionAfter(applicationQuestions(found, filled.values), null) : null;
  if (!first) return <Question title={t('self.documentsNone')} />;
  const begin = (whose: 'self' | 'other') =>
    go({
      name: 'apply-question',
      serviceKey,
      whose,
      field: first.field.key,
      type: first.field.type,
      fixing: false,
    });
  return (
    <Question title={t('self.applyWhose')} words={t('self.applyPromise')}>
      <Choices
        label={t('self.applyWhose')}
        choices={[
          { key: 'self', label: t('self.applySelf'), icon: User, onPress: () => begin('self') },
          {
            key: 'other',
            label: t('self.applyOther'),
            detail: t('self.applyOtherWords'),
            icon: Users,
            onPress: () => begin('other'),
          },
        ]}
      />
    </Question>
  );
}
