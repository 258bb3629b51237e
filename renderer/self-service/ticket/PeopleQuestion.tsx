import { useTranslation } from 'react-i18next';
import { Question } from '../frame/Question.tsx';
import { KeyGrid } from '../keyboard/KeyGrid.tsx';
import { useVisit } from '../visit-context.tsx';

/** A large family; more come as a group with a list of their own. */
const MOST_PEOPLE = 12;
const NUMBERS = Array.from({ length: MOST_PEOPLE }, (_, place) => String(place + 1));

/** One number for everybody who comes for the same thing. */
export function PeopleQuestion({ serviceKey }: { serviceKey: string }) {
  const { t } = useTranslation();
  const { go, whenSettled } = useVisit();
  return (
    <Question title={t('self.peopleTitle')} words={t('self.peopleWords')}>
      <KeyGrid
        label={t('self.peopleTitle')}
        columns={4}
        rows={[NUMBERS]}
        onKey={(number) =>
          whenSettled(() => go({ name: 'ticket-priority', serviceKey, people: Number(number) }))()
        }
      />
    </Question>
  );
}
