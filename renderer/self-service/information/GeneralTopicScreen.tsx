import { useTranslation } from 'react-i18next';
import { CatalogAge } from '../../catalog-reading/CatalogAge.tsx';
import { GeneralTopicText } from '../../catalog-reading/GeneralTopicText.tsx';
import type { GeneralTopic } from '../../catalog-reading/topics.ts';
import { useCatalog } from '../../system/catalog.ts';
import { Question } from '../frame/Question.tsx';

/** What holds for every service; complaints can be made right here. */
export function GeneralTopicScreen({ topic }: { topic: GeneralTopic }) {
  const { t } = useTranslation();
  const { catalog } = useCatalog();
  return (
    <Question title={t(`self.topic.${topic}`)}>
      {catalog ? (
        <GeneralTopicText
          catalog={catalog}
          topic={topic}
          level={2}
          further={(itemClass) => (
            <li className={itemClass}>
              <h2>{t('self.complainHere')}</h2>
              <p>{t('self.complainHereWords')}</p>
            </li>
          )}
        />
      ) : null}
      <CatalogAge />
    </Question>
  );
}
