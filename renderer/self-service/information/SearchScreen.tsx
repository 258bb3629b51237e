import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useInformationSearch } from '../../catalog-reading/use-information-search.ts';
import { Choices } from '../frame/Choices.tsx';
import { Question } from '../frame/Question.tsx';
import { TextEntry } from '../keyboard/TextEntry.tsx';
import { useVisit } from '../visit-context.tsx';

/** As many as stand beside the keys without being scrolled to. */
const MOST_FOUND = 4;
const LONGEST_QUERY = 60;

export function SearchScreen() {
  const { t } = useTranslation();
  const { go } = useVisit();
  const [query, setQuery] = useState('');
  const search = useInformationSearch();
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
            choices={found.map(({ id, title, reading }) => ({
              key: id,
              label: title,
              onPress: () => go(reading),
            }))}
          />
        ) : null}
      </TextEntry>
    </Question>
  );
}
