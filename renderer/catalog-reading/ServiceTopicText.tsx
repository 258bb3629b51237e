import { useTranslation } from 'react-i18next';
import type { Service } from '../../contract/domain/catalog.ts';
import { useFormat, useLocalized } from '../system/language.ts';
import { missingCase } from '../system/missing-case.ts';
import { Basis } from './Basis.tsx';
import styles from './Reading.module.css';
import type { ReadingProps } from './reading-props.ts';
import type { ServiceTopic } from './topics.ts';

/** One answer about one service, in the catalog's words. */
export function ServiceTopicText({
  service,
  topic,
  level,
  below,
}: ReadingProps & { service: Service; topic: ServiceTopic }) {
  const { t } = useTranslation();
  const local = useLocalized();
  const format = useFormat();
  const Name = level === 2 ? 'h2' : 'h3';
  switch (topic) {
    case 'documents':
      return (
        <ul className={styles.list}>
          {service.requirements.map(({ key, name, explanation, required, legalBasis }) => (
            <li key={key} className={styles.item}>
              <Name>{local(name)}</Name>
              <p>{local(explanation)}</p>
              <p className={styles.mark}>{t(`self.required.${required}`)}</p>
              <Basis basis={legalBasis} />
              {below?.(key)}
            </li>
          ))}
        </ul>
      );
    case 'fees':
      return (
        <>
          <ul className={styles.list}>
            {service.products.map(({ key, name, explanation, fee }) => (
              <li key={key} className={styles.item}>
                <Name>{local(name)}</Name>
                <p className={styles.amount}>{format.money(fee.amount)}</p>
                <p>{local(explanation)}</p>
                <Basis basis={fee.legalBasis} />
                {below?.(key)}
              </li>
            ))}
          </ul>
          <p className={styles.mark}>{t('self.payWords')}</p>
        </>
      );
    case 'time':
      return (
        <div className={styles.item}>
          <p className={styles.amount}>{t('self.days', { count: service.promisedWorkingDays })}</p>
          <p>{t('self.daysWords')}</p>
          {below?.('time')}
        </div>
      );
    case 'steps':
      return (
        <ol className={styles.list}>
          {service.nextSteps.map((step, place) => (
            <li key={step.id} className={styles.item}>
              <Name>{t('self.step', { number: place + 1 })}</Name>
              <p>{local(step)}</p>
              {below?.(String(place + 1))}
            </li>
          ))}
        </ol>
      );
    case 'refusals':
      return (
        <ul className={styles.list}>
          {service.refusals?.map(({ key, name, explanation }) => (
            <li key={key} className={styles.item}>
              <Name>{local(name)}</Name>
              <p>{local(explanation)}</p>
              {below?.(key)}
            </li>
          ))}
        </ul>
      );
    default:
      return missingCase(topic);
  }
}
