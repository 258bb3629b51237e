import { FileQuestion, Pencil, TicketPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import reading from '../../catalog-reading/Reading.module.css';
import { useValueWords } from '../../closing/value-words.ts';
import { Banner } from '../../design/Banner.tsx';
import { Button } from '../../design/Button.tsx';
import { useIssueWords } from '../../flow/issue-words.ts';
import { useCatalog } from '../../system/catalog.ts';
import { useErrorWords } from '../../system/error-words.ts';
import { useLocalized } from '../../system/language.ts';
import { Question } from '../frame/Question.tsx';
import type { Screen } from '../visit.ts';
import { useVisit } from '../visit-context.tsx';
import styles from './Application.module.css';
import { useApplication } from './applications.tsx';
import { type ApplicationQuestion, applicationQuestions } from './questions.ts';

/** Everything that was answered, to be looked over and mended, before a number takes it to the officer. */
export function ApplyReview({ screen }: { screen: Screen & { name: 'apply-review' } }) {
  const { t } = useTranslation();
  const { go, whenSettled } = useVisit();
  const { service } = useCatalog();
  const { serviceKey, whose } = screen;
  const { session, filled } = useApplication(serviceKey);
  const local = useLocalized();
  const valueWords = useValueWords(filled);
  const issueWords = useIssueWords();
  const errorWords = useErrorWords();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const found = service(serviceKey);
  if (!found) return <Question title={t('self.documentsNone')} />;
  const questions = applicationQuestions(found, filled.values);
  const steps = found.steps.filter(({ key }) => questions.some(({ step }) => step.key === key));

  async function takeNumber(): Promise<void> {
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      await session.flush();
      go({ name: 'ticket-people', serviceKey });
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  }

  function row({ field }: ApplicationQuestion) {
    const label = local(field.label);
    const product = field.options
      ? null
      : found?.products.find(({ key }) => key === filled.values[field.key]);
    const words = product ? local(product.name) : valueWords(field);
    const issues = words === null ? [] : filled.issues.filter(({ at }) => at === field.key);
    return (
      <div key={field.key} className={styles.row}>
        <dl className={styles.answer}>
          <dt>{label}</dt>
          <dd>{words ?? t('self.applyWithOfficer')}</dd>
          {issues.map((issue) => (
            <dd key={issue.code} className={styles.odd}>
              {issueWords(issue, field)}
            </dd>
          ))}
        </dl>
        <Button
          icon={Pencil}
          aria-label={t('self.applyChangeOf', { field: label })}
          onPress={whenSettled(() =>
            go({
              name: 'apply-question',
              serviceKey,
              whose,
              field: field.key,
              type: field.type,
              fixing: true,
            }),
          )}
        >
          {t('self.applyChange')}
        </Button>
      </div>
    );
  }

  return (
    <Question title={t('self.applyReview')} words={t('self.applyReviewWords')}>
      {error === null ? null : (
        <Banner tone="bad" role="alert" title={t('flow.notSaved')}>
          {errorWords(error)}
        </Banner>
      )}
      {steps.map((step) => (
        <section key={step.key} className={reading.item}>
          <h2>{local(step.title)}</h2>
          {questions.filter((question) => question.step.key === step.key).map(row)}
        </section>
      ))}
      <div className={styles.actions}>
        <Button
          size="large"
          icon={FileQuestion}
          onPress={whenSettled(() => go({ name: 'documents-question', serviceKey, answers: {} }))}
        >
          {t('self.menuDocuments')}
        </Button>
        <Button
          size="large"
          variant="primary"
          icon={TicketPlus}
          busy={busy}
          onPress={whenSettled(() => {
            takeNumber().catch(() => undefined);
          })}
        >
          {t('self.menuTicket')}
        </Button>
      </div>
    </Question>
  );
}
