import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCatalog } from '../system/catalog.ts';
import { useLanguage } from '../system/language.ts';
import { createInformationSearch, type InformationEntry, informationEntries } from './search-catalog.ts';

/** Finds what can be read, in the language in use; nothing before the catalog is there. */
export function useInformationSearch(): (query: string, most: number) => InformationEntry[] {
  const { t } = useTranslation();
  const { catalog } = useCatalog();
  const { language } = useLanguage();
  return useMemo(() => {
    if (!catalog) return () => [];
    const titles = {
      documents: t('self.topic.documents'),
      fees: t('self.topic.fees'),
      time: t('self.topic.time'),
      steps: t('self.topic.steps'),
      refusals: t('self.topic.refusals'),
      fraud: t('self.topic.fraud'),
      complaints: t('self.topic.complaints'),
      notices: t('self.topic.notices'),
    };
    return createInformationSearch(informationEntries(catalog, language, titles));
  }, [catalog, language, t]);
}
