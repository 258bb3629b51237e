import { useTranslation } from 'react-i18next';
import type { Service } from '../../../contract/domain/catalog.ts';
import type { LegalBasis } from '../../../contract/domain/legal-basis.ts';
import { useCatalog } from '../../system/catalog.ts';
import { useFormat, useLocalized } from '../../system/language.ts';
import { missingCase } from '../../system/missing-case.ts';
import { Question } from '../frame/Question.tsx';
import type { ServiceTopic } from '../visit.ts';
import { CatalogAge } from './CatalogAge.tsx';
import styles from './Reading.module.css';

/** One answer about one service, in the catalog's words. */
export function ServiceTopicScreen({ serviceKey, topic }: { serviceKey: string; topic: ServiceTopic }) {
  const { t } = useTranslation();
  const { service, serviceName } = useCatalog();
  const found = service(serviceKey);
  return (
    <Question title={t(`self.topic.${topic}`)} words={serviceName(serviceKey)}>
      {found ? <Topic service={found} topic={topic} /> : null}
      <CatalogAge effectiveFrom={found?.effectiveFrom} />
    </Question>
  );
}

function Topic({ service, topic }: { service: Service; topic: ServiceTopic }) {
  const { t } = useTranslation();
  const local = useLocalized();
  const format = useFormat();
  switch (topic) {
    case 'documents':
      return (
        <ul className={styles.list}>
          {service.requirements.map(({ key, name, explanation, required, legalBasis }) => (
            <li key={key} className={styles.item}>
              <h2>{local(name)}</h2>
              <p>{local(explanation)}</p>
              <p className={styles.mark}>{t(`self.required.${required}`)}</p>
              <Basis basis={legalBasis} />
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
                <h2>{local(name)}</h2>
                <p className={styles.amount}>{format.money(fee.amount)}</p>
                <p>{local(explanation)}</p>
                <Basis basis={fee.legalBasis} />
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
        </div>
      );
    case 'steps':
      return (
        <ol className={styles.list}>
          {service.nextSteps.map((step, place) => (
            <li key={step.id} className={styles.item}>
              <h2>{t('self.step', { number: place + 1 })}</h2>
              <p>{local(step)}</p>
            </li>
          ))}
        </ol>
      );
    default:
      return missingCase(topic);
  }
}

function Basis({ basis }: { basis: LegalBasis }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { title, article, effectiveFrom, confidence } = basis;
  const values = { title, article, date: format.date(effectiveFrom) };
  return (
    <p className={styles.basis}>
      {article ? t('common.legalBasisArticle', values) : t('common.legalBasis', values)}
      {confidence === 'unconfirmed' ? ` ${t('common.unconfirmed')}` : null}
    </p>
  );
}
