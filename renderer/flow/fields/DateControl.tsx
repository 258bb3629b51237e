import { useTranslation } from 'react-i18next';
import { DateField } from '../../design/DateField.tsx';
import { ageOn } from '../../system/format.ts';
import { useFormat } from '../../system/language.ts';
import { useNow } from '../../system/now.ts';
import type { ControlProps } from './control-props.ts';

/** A date; a finished one is said again in words, a birth date with the age. */
export function DateControl({ field, words, value, onChange, onFocus, onBlur }: ControlProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const written = format.date(value);
  const age = field.type === 'birth-date' ? ageOn(value, now) : null;
  const meaning =
    written === value
      ? undefined
      : age === null
        ? written
        : `${written}, ${t('common.years', { count: age })}`;
  return (
    <DateField
      {...words}
      name={field.key}
      value={value}
      meaning={meaning}
      onChange={onChange}
      onFocus={onFocus}
      onBlur={onBlur}
    />
  );
}
