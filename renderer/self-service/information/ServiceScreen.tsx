import { useTranslation } from 'react-i18next';
import { CatalogAge } from '../../catalog-reading/CatalogAge.tsx';
import { topicsOf } from '../../catalog-reading/service-topics.ts';
import { TOPIC_ICONS } from '../../catalog-reading/topic-icons.ts';
import { useCatalog } from '../../system/catalog.ts';
import { useLocalized } from '../../system/language.ts';
import { Choices } from '../frame/Choices.tsx';
import { Question } from '../frame/Question.tsx';
import { useVisit } from '../visit-context.tsx';
import { PrintGuide } from './PrintGuide.tsx';

/** One service: what it is, and what can be asked about it. */
export function ServiceScreen({ serviceKey }: { serviceKey: string }) {
  const { t } = useTranslation();
  const { go } = useVisit();
  const { service, serviceName } = useCatalog();
  const local = useLocalized();
  const found = service(serviceKey);
  return (
    <Question title={serviceName(serviceKey)} words={found ? local(found.summary) : undefined}>
      <Choices
        label={serviceName(serviceKey)}
        columns={2}
        choices={topicsOf(found ?? {}).map((topic) => ({
          key: topic,
          label: t(`self.topic.${topic}`),
          icon: TOPIC_ICONS[topic],
          onPress: () => go({ name: 'service-topic', serviceKey, topic }),
        }))}
      />
      <PrintGuide guide={{ kind: 'service', serviceKey }} />
      <CatalogAge effectiveFrom={found?.effectiveFrom} />
    </Question>
  );
}
