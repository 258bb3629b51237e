import { useTranslation } from 'react-i18next';
import type { Catalog } from '../../../contract/domain/catalog.ts';
import { CatalogAge } from '../../catalog-reading/CatalogAge.tsx';
import { GeneralTopicText } from '../../catalog-reading/GeneralTopicText.tsx';
import { TOPIC_ICONS } from '../../catalog-reading/topic-icons.ts';
import type { GeneralTopic } from '../../catalog-reading/topics.ts';
import { EmptyState } from '../../design/EmptyState.tsx';
import { ListPage } from '../ListPage.tsx';
import sheet from '../Sheet.module.css';
import { ChangeItem } from './ChangeItem.tsx';
import { ChangeMark } from './ChangeMark.tsx';
import styles from './Information.module.css';
import { placeGeneralChanges } from './place-changes.ts';
import { useCatalogNews } from './use-catalog-news.ts';

/** What holds for every service, as citizens read it. */
export function GeneralReading({ catalog, topic }: { catalog: Catalog; topic: GeneralTopic }) {
  const { t } = useTranslation();
  const news = useCatalogNews();
  const changes = (news?.changes ?? []).filter((change) => change.topic === topic);
  const { ofItem, others } = placeGeneralChanges(changes, catalog, topic);
  const isEmpty =
    (topic === 'notices' && catalog.notices.length === 0) ||
    (topic === 'complaints' && catalog.complaintChannels.length === 0);
  return (
    <ListPage
      title={t(`self.topic.${topic}`)}
      icon={TOPIC_ICONS[topic]}
      back={{ label: t('information.back'), place: { name: 'information', reading: null } }}
    >
      {isEmpty ? (
        <div className={sheet.sheet}>
          <EmptyState icon={TOPIC_ICONS[topic]} title={t('information.nothingHere')} />
        </div>
      ) : (
        <GeneralTopicText
          catalog={catalog}
          topic={topic}
          level={2}
          below={(key) => {
            const change = ofItem.get(key);
            return change ? <ChangeMark change={change} dated={topic !== 'notices'} /> : null;
          }}
        />
      )}
      {others.map((change) => (
        <div key={`${change.kind} ${change.key}`} className={styles.news}>
          <ChangeItem change={change} />
        </div>
      ))}
      <CatalogAge />
    </ListPage>
  );
}
