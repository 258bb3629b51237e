import { Minus, Plus } from 'lucide-react';
import { Group } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../design/Button.tsx';
import { classNames } from '../../design/class-names.ts';
import styles from './PeopleStepper.module.css';

/** The station takes no more on one number. */
const MOST_PEOPLE = 12;

/** How many people come on one number: a family needs one. */
export function PeopleStepper({ people, onChange }: { people: number; onChange: (people: number) => void }) {
  const { t } = useTranslation();
  return (
    <Group aria-label={t('queue.people')} className={classNames(styles.stepper)}>
      <span className={styles.words}>
        <strong>{t('queue.people')}</strong>
        <span>{t('queue.peopleHint')}</span>
      </span>
      <IconButton
        icon={Minus}
        label={t('queue.fewer')}
        isDisabled={people <= 1}
        onPress={() => onChange(people - 1)}
      />
      <output className={styles.count}>{people}</output>
      <IconButton
        icon={Plus}
        label={t('queue.more')}
        isDisabled={people >= MOST_PEOPLE}
        onPress={() => onChange(people + 1)}
      />
    </Group>
  );
}
