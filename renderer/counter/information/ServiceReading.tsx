import { BookOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { CatalogAge } from '../../catalog-reading/CatalogAge.tsx';
import { topicsOf } from '../../catalog-reading/service-topics.ts';
import type { ServiceTopic } from '../../catalog-reading/topics.ts';
import { EmptyState } from '../../design/EmptyState.tsx';
import { useCatalog } from '../../system/catalog.ts';
import { useLocalized } from '../../system/language.ts';
import { ListPage } from '../ListPage.tsx';
import sheet from '../Sheet.module.css';
import { ChangeItem } from './ChangeItem.tsx';
import styles from './Information.module.css';
import { PrintService } from './PrintService.tsx';
import { TopicSection } from './TopicSection.tsx';
import { useCatalogNews } from './use-catalog-news.ts';

/** One service whole, for somebody who asks across the table. `topic` is where to begin. */
export function ServiceReading({ serviceKey, topic }: { serviceKey: string; topic?: ServiceTopic }) {
  const { t } = useTranslation();
  const { service, serviceName } = useCatalog();
  const local = useLocalized();
  const news = useCatalogNews();
  const found = service(serviceKey);
  const changes = (news?.changes ?? []).filter((change) => change.serviceKey === serviceKey);
  const topics = found ? topicsOf(found) : [];
  const elsewhere = changes.filter((change) => !topics.some((each) => each === change.topic));
  return (
    <ListPage
      title={serviceName(serviceKey)}
      icon={BookOpen}
      back={{ label: t('information.back'), place: { name: 'information', reading: null } }}
    >
      {found ? (
        <>
          <div className={styles.summary}>
            <div>
              <p>{local(found.summary)}</p>
              <CatalogAge effectiveFrom={found.effectiveFrom} />
            </div>
            <PrintService serviceKey={serviceKey} />
          </div>
          {elsewhere.map((change) => (
            <div key={`${change.topic} ${change.kind} ${change.key}`} className={styles.news}>
              <ChangeItem change={change} level={3} />
            </div>
          ))}
          {topics.map((each) => (
            <TopicSection
              key={each}
              service={found}
              topic={each}
              changes={changes.filter((change) => change.topic === each)}
              isWanted={each === topic}
            />
          ))}
        </>
      ) : (
        <div className={sheet.sheet}>
          <EmptyState icon={BookOpen} title={t('self.documentsNone')} />
        </div>
      )}
    </ListPage>
  );
}
