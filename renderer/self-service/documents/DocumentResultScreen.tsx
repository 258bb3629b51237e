import { FilePen, TicketPlus } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Requirement } from '../../../contract/domain/catalog.ts';
import { CatalogAge } from '../../catalog-reading/CatalogAge.tsx';
import styles from '../../catalog-reading/Reading.module.css';
import { useCatalog } from '../../system/catalog.ts';
import { useFormat, useLocalized } from '../../system/language.ts';
import { useApplication } from '../application/applications.tsx';
import { Choices } from '../frame/Choices.tsx';
import { Question } from '../frame/Question.tsx';
import { PrintGuide } from '../information/PrintGuide.tsx';
import type { AnswersAboutDocuments } from '../visit.ts';
import { useVisit } from '../visit-context.tsx';
import { documentResult, picturedDocuments } from './document-questions.ts';
import { PicturedDocuments } from './PicturedDocuments.tsx';

/** What the citizen has and lacks, to take home on paper. */
export function DocumentResultScreen({
  serviceKey,
  answers,
}: {
  serviceKey: string;
  answers: AnswersAboutDocuments;
}) {
  const { t } = useTranslation();
  const { go } = useVisit();
  const { service, serviceName } = useCatalog();
  const local = useLocalized();
  const format = useFormat();
  const { session, filled } = useApplication(serviceKey);
  // Kept with what a number takes along; whether that succeeds changes nothing of what is told here.
  useEffect(() => void session.answerDocuments(answers).catch(() => undefined), [session, answers]);
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
      <PicturedDocuments service={found} requirements={ready} pictures={filled.pictures} />
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
          ...picturedDocuments(ready, filled.pictures),
          missing: [...keys(missing), ...keys(later)],
        }}
      />
      <div className={styles.list}>
        <Choices
          label={t('self.goOn')}
          columns={2}
          choices={[
            {
              key: 'apply',
              label: t('self.menuApply'),
              detail: t('self.menuApplyWords'),
              icon: FilePen,
              onPress: () => go({ name: 'apply-whose', serviceKey }),
            },
            {
              key: 'ticket',
              label: t('self.menuTicket'),
              detail: t('self.menuTicketWords'),
              icon: TicketPlus,
              onPress: () => go({ name: 'ticket-people', serviceKey }),
            },
          ]}
        />
      </div>
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
