import { Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type OutboxShow, outboxShowSchema } from '../../../contract/domain/outbox.ts';
import { classNames } from '../../design/class-names.ts';
import styles from './OutboxFilter.module.css';

/** How many there are of each state; a touch shows them alone. */
export function OutboxFilter({
  counts,
  value,
  onChange,
}: {
  counts: Readonly<Record<OutboxShow, number>>;
  value: OutboxShow;
  onChange: (show: OutboxShow) => void;
}) {
  const { t } = useTranslation();
  return (
    <RadioGroup
      aria-label={t('outbox.show')}
      orientation="horizontal"
      value={value}
      onChange={(key) => onChange(outboxShowSchema.parse(key))}
      className={classNames(styles.choices)}
    >
      {outboxShowSchema.options.map((key) => (
        <Radio key={key} value={key} className={classNames(styles.choice)}>
          <span className={styles.count}>{counts[key]}</span>
          <span className={styles.name}>{t(`outbox.filter.${key}`)}</span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
