import { useTranslation } from 'react-i18next';
import type { Field } from '../../contract/domain/form.ts';
import type { Issue } from '../../contract/domain/issue.ts';
import { useFormat, useLocalized } from '../system/language.ts';

/** What is wrong, in words; a value of the field in it stands as a person reads it. `field` where it is about one. */
export function useIssueWords(): (issue: Issue, field: Field | undefined) => string {
  const { t } = useTranslation();
  const local = useLocalized();
  const format = useFormat();

  function readable(field: Field, value: string): string {
    switch (field.type) {
      case 'choice': {
        const option = field.options?.find(({ key }) => key === value);
        return option ? local(option.label) : value;
      }
      case 'birth-date':
      case 'date':
        return format.date(value);
      default:
        return value;
    }
  }

  return ({ code, values }, field) => {
    const { value } = values;
    const shown = field && typeof value === 'string' ? { ...values, value: readable(field, value) } : values;
    return t(`issue.${code}`, shown);
  };
}
