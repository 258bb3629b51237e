import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Catalog } from '../../contract/domain/catalog.ts';
import { useFormat, useLocalized } from '../system/language.ts';
import { missingCase } from '../system/missing-case.ts';
import styles from './Reading.module.css';
import type { ReadingProps } from './reading-props.ts';
import type { GeneralTopic } from './topics.ts';

/** What holds for every service. `further` is one more thing of a list, with the class of the others. */
export function GeneralTopicText({
  catalog,
  topic,
  level,
  below,
  further,
}: ReadingProps & {
  catalog: Catalog;
  topic: GeneralTopic;
  further?: (itemClass: string | undefined) => ReactNode;
}) {
  const { t } = useTranslation();
  const local = useLocalized();
  const format = useFormat();
  const Name = level === 2 ? 'h2' : 'h3';
  switch (topic) {
    case 'fraud':
      return (
        <div className={styles.item}>
          <p>{local(catalog.fraudWarning)}</p>
          {below?.('fraud')}
        </div>
      );
    case 'complaints':
      return (
        <ul className={styles.list}>
          {catalog.complaintChannels.map(({ name, explanation, address }) => (
            <li key={name} className={styles.item}>
              <Name>{name}</Name>
              <p>{local(explanation)}</p>
              <p className={styles.mark}>{address}</p>
              {below?.(name)}
            </li>
          ))}
          {further?.(styles.item)}
        </ul>
      );
    case 'notices':
      return (
        <ul className={styles.list}>
          {catalog.notices.map(({ key, text, from }) => (
            <li key={key} className={styles.item}>
              <p>{local(text)}</p>
              <p className={styles.basis}>{t('self.validSince', { date: format.date(from) })}</p>
              {below?.(key)}
            </li>
          ))}
        </ul>
      );
    default:
      return missingCase(topic);
  }
}
