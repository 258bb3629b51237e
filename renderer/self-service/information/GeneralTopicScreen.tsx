import { useTranslation } from 'react-i18next';
import type { Catalog } from '../../../contract/domain/catalog.ts';
import { useCatalog } from '../../system/catalog.ts';
import { useFormat, useLocalized } from '../../system/language.ts';
import { missingCase } from '../../system/missing-case.ts';
import { Question } from '../frame/Question.tsx';
import type { GeneralTopic } from '../visit.ts';
import { CatalogAge } from './CatalogAge.tsx';
import styles from './Reading.module.css';

/** What holds for every service. */
export function GeneralTopicScreen({ topic }: { topic: GeneralTopic }) {
  const { t } = useTranslation();
  const { catalog } = useCatalog();
  return (
    <Question title={t(`self.topic.${topic}`)}>
      {catalog ? <Topic catalog={catalog} topic={topic} /> : null}
      <CatalogAge />
    </Question>
  );
}

function Topic({ catalog, topic }: { catalog: Catalog; topic: GeneralTopic }) {
  const { t } = useTranslation();
  const local = useLocalized();
  const format = useFormat();
  switch (topic) {
    case 'fraud':
      return <p className={styles.item}>{local(catalog.fraudWarning)}</p>;
    case 'complaints':
      return (
        <ul className={styles.list}>
          {catalog.complaintChannels.map(({ name, explanation, address }) => (
            <li key={name} className={styles.item}>
              <h2>{name}</h2>
              <p>{local(explanation)}</p>
              <p className={styles.mark}>{address}</p>
            </li>
          ))}
          <li className={styles.item}>
            <h2>{t('self.complainHere')}</h2>
            <p>{t('self.complainHereWords')}</p>
          </li>
        </ul>
      );
    case 'notices':
      return (
        <ul className={styles.list}>
          {catalog.notices.map(({ key, text, from }) => (
            <li key={key} className={styles.item}>
              <p>{local(text)}</p>
              <p className={styles.basis}>{t('self.validSince', { date: format.date(from) })}</p>
            </li>
          ))}
        </ul>
      );
    default:
      return missingCase(topic);
  }
}
