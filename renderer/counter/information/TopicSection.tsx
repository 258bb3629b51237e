import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Service } from '../../../contract/domain/catalog.ts';
import type { CatalogChange } from '../../../contract/domain/catalog-change.ts';
import { ServiceTopicText } from '../../catalog-reading/ServiceTopicText.tsx';
import { TOPIC_ICONS } from '../../catalog-reading/topic-icons.ts';
import type { ServiceTopic } from '../../catalog-reading/topics.ts';
import { ChangeItem } from './ChangeItem.tsx';
import { ChangeMark } from './ChangeMark.tsx';
import styles from './Information.module.css';
import { placeChanges } from './place-changes.ts';

/** One topic of a service. The one that was looked for is scrolled to and has the focus. */
export function TopicSection({
  service,
  topic,
  changes,
  isWanted,
}: {
  service: Service;
  topic: ServiceTopic;
  changes: readonly CatalogChange[];
  isWanted: boolean;
}) {
  const { t } = useTranslation();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isWanted) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView();
  }, [isWanted]);
  const Icon = TOPIC_ICONS[topic];
  const { ofItem, others } = placeChanges(changes, service, topic);
  return (
    <section aria-labelledby={id} className={styles.section}>
      <h2 id={id} ref={heading} tabIndex={-1} className={styles.sectionTitle}>
        <Icon aria-hidden size={28} />
        {t(`self.topic.${topic}`)}
      </h2>
      <ServiceTopicText
        service={service}
        topic={topic}
        level={3}
        below={(key) => {
          const change = ofItem.get(key);
          return change ? <ChangeMark change={change} /> : null;
        }}
      />
      {others.map((change) => (
        <div key={`${change.kind} ${change.key}`} className={styles.news}>
          <ChangeItem change={change} />
        </div>
      ))}
    </section>
  );
}
