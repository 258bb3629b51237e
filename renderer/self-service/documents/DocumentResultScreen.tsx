import { useTranslation } from 'react-i18next';
import type { Requirement } from '../../../contract/domain/catalog.ts';
import { useCatalog } from '../../system/catalog.ts';
import { useFormat, useLocalized } from '../../system/language.ts';
import { Question } from '../frame/Question.tsx';
import { CatalogAge } from '../information/CatalogAge.tsx';
import { PrintGuide } from '../information/PrintGuide.tsx';
import styles from '../information/Reading.module.css';
import type { AnswersAboutDocuments } from '../visit.ts';
import { documentResult } from './document-questions.ts';

/** What the citizen has and lacks, to take home on paper. */
export function DocumentResultScreen({
  serviceKey,
  answers,
}: {
  serviceKey: string;
  answers: AnswersAboutDocuments;
}) {
  const { t } = useTranslation();
  const { service, serviceName } = useCatalog();
  const local = useLocalized();
  const format = useFormat();
  const found = service(serviceKey);
  if (!found) return <Question title={t('self.documentsNone')} />;
  const { ready, missing, later } = documentResult(found, answers);
  const complete = missing.length === 0;
  const keys = (requirements: readonly Requirement[]) => requirements.map(({ key }) => key);
  return (
    <Question
      title={complete ? t('self.documentsComplete') : t('self.documentsMissing', { count: missing.length })}
      words={serviceName(serviceKey)}
    >
      <DocumentList title={t('self.stillMissing')} requirements={missing} />
      <DocumentList title={t('self.mayWait')} requirements={later} />
      <DocumentList title={t('self.atHand')} requirements={ready} />
      <div className={styles.item}>
        <h2>{t('self.topic.fees')}</h2>
        {found.products.map(({ key, name, explanation, fee }) => (
          <p key={key}>
            {local(name)}: {format.money(fee.amount)}. {local(explanation)}
          </p>
        ))}
      </div>
      <PrintGuide
        guide={{
          kind: 'documents',
          serviceKey,
          ready: keys(ready),
          pictured: [],
          unclear: [],
          missing: [...keys(missing), ...keys(later)],
        }}
      />
      <CatalogAge effectiveFrom={found.effectiveFrom} />
    </Question>
  );
}

function DocumentList({ title, requirements }: { title: string; requirements: readonly Requirement[] }) {
  const local = useLocalized();
  if (requirements.length === 0) return null;
  return (
    <section className={styles.item}>
      <h2>{title}</h2>
      <ul>
        {requirements.map(({ key, name, explanation }) => (
          <li key={key}>
            <span className={styles.mark}>{local(name)}.</span> {local(explanation)}
          </li>
        ))}
      </ul>
    </section>
  );
}
