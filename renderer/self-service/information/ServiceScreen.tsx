import { Banknote, Clock, Files, Footprints, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCatalog } from '../../system/catalog.ts';
import { useLocalized } from '../../system/language.ts';
import { Choices } from '../frame/Choices.tsx';
import { Question } from '../frame/Question.tsx';
import type { ServiceTopic } from '../visit.ts';
import { useVisit } from '../visit-context.tsx';
import { CatalogAge } from './CatalogAge.tsx';
import { PrintGuide } from './PrintGuide.tsx';

const TOPICS: readonly { readonly topic: ServiceTopic; readonly icon: LucideIcon }[] = [
  { topic: 'documents', icon: Files },
  { topic: 'fees', icon: Banknote },
  { topic: 'time', icon: Clock },
  { topic: 'steps', icon: Footprints },
];

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
        choices={TOPICS.map(({ topic, icon }) => ({
          key: topic,
          label: t(`self.topic.${topic}`),
          icon,
          onPress: () => go({ name: 'service-topic', serviceKey, topic }),
        }))}
      />
      <PrintGuide guide={{ kind: 'service', serviceKey }} />
      <CatalogAge effectiveFrom={found?.effectiveFrom} />
    </Question>
  );
}
