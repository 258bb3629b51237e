import { BookOpen, Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { CatalogAge } from '../../catalog-reading/CatalogAge.tsx';
import { TOPIC_ICONS } from '../../catalog-reading/topic-icons.ts';
import { useCatalog } from '../../system/catalog.ts';
import { useLocalized } from '../../system/language.ts';
import { Choices } from '../frame/Choices.tsx';
import { Question } from '../frame/Question.tsx';
import { useVisit } from '../visit-context.tsx';

/** Everything that can be read here. */
export function Information() {
  const { t } = useTranslation();
  const { go } = useVisit();
  const { catalog } = useCatalog();
  const local = useLocalized();
  const notices = catalog?.notices.length ?? 0;
  return (
    <Question title={t('self.informationTitle')}>
      <Choices
        label={t('self.informationTitle')}
        columns={2}
        choices={[
          ...(catalog?.services ?? []).map((service) => ({
            key: service.key,
            label: local(service.name),
            detail: local(service.summary),
            icon: BookOpen,
            onPress: () => go({ name: 'service', serviceKey: service.key }),
          })),
          {
            key: 'search',
            label: t('self.search'),
            icon: Search,
            onPress: () => go({ name: 'search' }),
          },
          {
            key: 'fraud',
            label: t('self.topic.fraud'),
            icon: TOPIC_ICONS.fraud,
            onPress: () => go({ name: 'general-topic', topic: 'fraud' }),
          },
          {
            key: 'complaints',
            label: t('self.topic.complaints'),
            icon: TOPIC_ICONS.complaints,
            onPress: () => go({ name: 'general-topic', topic: 'complaints' }),
          },
          ...(notices > 0
            ? [
                {
                  key: 'notices',
                  label: t('self.topic.notices'),
                  icon: TOPIC_ICONS.notices,
                  onPress: () => go({ name: 'general-topic', topic: 'notices' }),
                },
              ]
            : []),
        ]}
      />
      <CatalogAge />
    </Question>
  );
}
