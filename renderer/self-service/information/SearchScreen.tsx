import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCatalog } from '../../system/catalog.ts';
import { useLanguage } from '../../system/language.ts';
import { Choices } from '../frame/Choices.tsx';
import { Question } from '../frame/Question.tsx';
import { TextEntry } from '../keyboard/TextEntry.tsx';
import { useVisit } from '../visit-context.tsx';
import { createInformationSearch, informationEntries } from './search-catalog.ts';

/** As many as stand beside the keys without being scrolled to. */
const MOST_FOUND = 4;
const LONGEST_QUERY = 60;

export function SearchScreen() {
  const { t } = useTranslation();
  const { go } = useVisit();
  const { catalog } = useCatalog();
  const { language } = useLanguage();
  const [query, setQuery] = useState('');
  const search = useMemo(() => {
    if (!catalog) return () => [];
    const titles = {
      documents: t('self.topic.documents'),
      fees: t('self.topic.fees'),
      time: t('self.topic.time'),
      steps: t('self.topic.steps'),
      fraud: t('self.topic.fraud'),
      complaints: t('self.topic.complaints'),
    };
    return createInformationSearch(informationEntries(catalog, language, titles));
  }, [catalog, language, t]);
  const found = search(query, MOST_FOUND);
  return (
    <Question title={t('self.search')}>
      <TextEntry
        label={t('self.searchWords')}
        value={query}
        onChange={setQuery}
        longest={LONGEST_QUERY}
        lines={1}
      >
        <div role="status">
          {query.trim() === '' ? null : <p>{t('self.found', { count: found.length })}</p>}
        </div>
        {found.length > 0 ? (
          <Choices
            label={t('self.search')}
            choices={found.map(({ id, title, screen }) => ({
              key: id,
              label: title,
              onPress: () => go(screen),
            }))}
          />
        ) : null}
      </TextEntry>
    </Question>
  );
}
