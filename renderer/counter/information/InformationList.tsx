import { BookOpen, PenLine } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Catalog } from '../../../contract/domain/catalog.ts';
import { CatalogAge } from '../../catalog-reading/CatalogAge.tsx';
import { TOPIC_ICONS } from '../../catalog-reading/topic-icons.ts';
import { GENERAL_TOPICS, type Reading } from '../../catalog-reading/topics.ts';
import { ListRow } from '../../design/ListRow.tsx';
import { StatusPill } from '../../design/StatusPill.tsx';
import { TextField } from '../../design/TextField.tsx';
import { useLocalized } from '../../system/language.ts';
import { goTo } from '../../system/place.ts';
import { ListPage } from '../ListPage.tsx';
import sheet from '../Sheet.module.css';
import styles from './Information.module.css';
import { NewsSheet } from './NewsSheet.tsx';
import { SearchResults } from './SearchResults.tsx';
import { useCatalogNews } from './use-catalog-news.ts';

const LONGEST_QUERY = 60;

/** Everything that can be read: what is new first, then a search, the services and what holds for all. */
export function InformationList({ catalog }: { catalog: Catalog }) {
  const { t } = useTranslation();
  const local = useLocalized();
  const news = useCatalogNews();
  const [query, setQuery] = useState('');
  const open = (reading: Reading) => goTo({ name: 'information', reading });
  const pill = (count: number) =>
    count > 0 ? (
      <StatusPill tone="office" icon={PenLine}>
        {t('information.changedHere', { count })}
      </StatusPill>
    ) : null;
  const changes = news?.changes ?? [];
  return (
    <ListPage title={t('information.title')} icon={BookOpen}>
      {news ? <NewsSheet news={news} /> : null}
      <TextField
        label={t('information.search')}
        hint={t('information.searchHint')}
        value={query}
        onChange={setQuery}
        maximumLength={LONGEST_QUERY}
      />
      {query.trim() === '' ? (
        <>
          <section aria-labelledby="information-services" className={sheet.sheet}>
            <h2 id="information-services" className={styles.heading}>
              {t('information.services')}
            </h2>
            <ul>
              {catalog.services.map(({ key, name, summary }) => (
                <ListRow
                  key={key}
                  mark={<BookOpen aria-hidden size={28} />}
                  title={local(name)}
                  detail={local(summary)}
                  aside={pill(changes.filter(({ serviceKey }) => serviceKey === key).length)}
                  onPress={() => open({ name: 'service', serviceKey: key })}
                />
              ))}
            </ul>
          </section>
          <section aria-labelledby="information-general" className={sheet.sheet}>
            <h2 id="information-general" className={styles.heading}>
              {t('information.general')}
            </h2>
            <ul>
              {GENERAL_TOPICS.map((topic) => {
                const Icon = TOPIC_ICONS[topic];
                return (
                  <ListRow
                    key={topic}
                    mark={<Icon aria-hidden size={28} />}
                    title={t(`self.topic.${topic}`)}
                    aside={pill(changes.filter((change) => change.topic === topic).length)}
                    onPress={() => open({ name: 'general-topic', topic })}
                  />
                );
              })}
            </ul>
          </section>
        </>
      ) : (
        <SearchResults query={query} onOpen={open} />
      )}
      <CatalogAge />
    </ListPage>
  );
}
