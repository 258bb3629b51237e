import { useTranslation } from 'react-i18next';
import { CatalogAge } from '../../catalog-reading/CatalogAge.tsx';
import { ServiceTopicText } from '../../catalog-reading/ServiceTopicText.tsx';
import type { ServiceTopic } from '../../catalog-reading/topics.ts';
import { useCatalog } from '../../system/catalog.ts';
import { Question } from '../frame/Question.tsx';

/** One answer about one service. */
export function ServiceTopicScreen({ serviceKey, topic }: { serviceKey: string; topic: ServiceTopic }) {
  const { t } = useTranslation();
  const { service, serviceName } = useCatalog();
  const found = service(serviceKey);
  return (
    <Question title={t(`self.topic.${topic}`)} words={serviceName(serviceKey)}>
      {found ? <ServiceTopicText service={found} topic={topic} level={2} /> : null}
      <CatalogAge effectiveFrom={found?.effectiveFrom} />
    </Question>
  );
}
