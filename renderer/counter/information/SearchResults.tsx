import { SearchX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Reading } from '../../catalog-reading/topics.ts';
import { useInformationSearch } from '../../catalog-reading/use-information-search.ts';
import { EmptyState } from '../../design/EmptyState.tsx';
import { ListRow } from '../../design/ListRow.tsx';
import sheet from '../Sheet.module.css';
import styles from './Information.module.css';

/** A screenful; whoever needs more types another word. */
const MOST_FOUND = 8;

export function SearchResults({ query, onOpen }: { query: string; onOpen: (reading: Reading) => void }) {
  const { t } = useTranslation();
  const found = useInformationSearch()(query, MOST_FOUND);
  return (
    <section aria-label={t('information.found')} className={sheet.sheet}>
      <p role="status" className={styles.found}>
        {found.length > 0 ? t('self.found', { count: found.length }) : null}
      </p>
      {found.length === 0 ? (
        <EmptyState icon={SearchX} title={t('information.searchNone')}>
          {t('information.searchNoneWords')}
        </EmptyState>
      ) : (
        <ul>
          {found.map(({ id, title, reading }) => (
            <ListRow key={id} title={title} onPress={() => onOpen(reading)} />
          ))}
        </ul>
      )}
    </section>
  );
}
