import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Field, FieldValue } from '../../contract/domain/form.ts';
import { useFormat, useLocalized } from '../system/language.ts';
import { useStation } from '../system/station-context.tsx';

/** What is filled in, whoever holds it. */
interface Filled {
  readonly values: Readonly<Record<string, FieldValue>>;
}

/** True while a field counts, given what else is filled. */
export function isVisible({ visibleWhen }: Field, { values }: Filled): boolean {
  return !visibleWhen || visibleWhen.isOneOf.includes(String(values[visibleWhen.field] ?? ''));
}

/** What was filled in a field as a person reads it; null while it is empty. */
export function useValueWords(draft: Filled): (field: Field) => string | null {
  const { t } = useTranslation();
  const local = useLocalized();
  const format = useFormat();
  const { queries } = useStation();
  const code = draft.values['address.village'];
  const village = useQuery({
    ...queries.catalog.village.queryOptions({ input: { code: String(code ?? '') } }),
    enabled: typeof code === 'string' && code !== '',
  }).data;
  return (field) => {
    const value = draft.values[field.key];
    if (value === undefined || value === null || value === '') return null;
    switch (field.type) {
      case 'choice': {
        const option = field.options?.find(({ key }) => key === value);
        return option ? local(option.label) : String(value);
      }
      case 'birth-date':
      case 'date':
        return format.date(String(value));
      case 'village':
        return village?.code === value
          ? `${t('flow.village', { ...village, kind: t(`flow.villageKind.${village.kind}`) })}, ${village.regency}`
          : String(value);
      case 'confirmation':
        return value === true ? t('common.yes') : t('common.no');
      default:
        return String(value);
    }
  };
}
