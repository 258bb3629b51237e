import { useTranslation } from 'react-i18next';
import type { ChangedValue } from '../../../contract/domain/catalog-change.ts';
import type { Language } from '../../../contract/domain/localized.ts';
import { useFormat } from '../../system/language.ts';
import { missingCase } from '../../system/missing-case.ts';

/** One value of the catalog as it is read; texts in the language given. */
export function useValueWords(language: Language): (value: ChangedValue | null) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (value) => {
    if (value === null) return t('information.nothing');
    switch (value.kind) {
      case 'text':
        return value.text[language];
      case 'plain':
        return value.text;
      case 'money':
        return format.money(value.rupiah);
      case 'working-days':
        return t('information.workingDays', { count: value.count });
      case 'years':
        return t('common.years', { count: value.count });
      case 'date':
        return format.date(value.date);
      case 'yes-no':
        return t(value.yes ? 'common.yes' : 'common.no');
      case 'document-need':
        return t(`self.required.${value.need}`);
      case 'field-need':
        return t(`information.fieldNeed.${value.need}`);
      case 'basis':
        return value.basis
          .map(({ title, article, effectiveFrom }) => {
            const date = format.date(effectiveFrom);
            return article
              ? t('information.basisArticle', { title, article, date })
              : t('information.basis', { title, date });
          })
          .join('\n');
      default:
        return missingCase(value);
    }
  };
}
