import { ArrowRight, SkipForward } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Issue } from '../../../contract/domain/issue.ts';
import { Banner } from '../../design/Banner.tsx';
import { Button } from '../../design/Button.tsx';
import { fromText, toText } from '../../flow/fields/field-text.ts';
import { useIssueWords } from '../../flow/issue-words.ts';
import { useCatalog } from '../../system/catalog.ts';
import { useErrorWords } from '../../system/error-words.ts';
import { useLocalized } from '../../system/language.ts';
import { Question } from '../frame/Question.tsx';
import type { Screen } from '../visit.ts';
import { useVisit } from '../visit-context.tsx';
import { AnswerEntry } from './AnswerEntry.tsx';
import styles from './Application.module.css';
import { useApplication } from './applications.tsx';
import { applicationQuestions, questionAfter } from './questions.ts';

type Place = Screen & { name: 'apply-question' };

/**
 * One field of the form. Going on waits until the answer is durable and judged: what can be no answer at all keeps the
 * citizen here, what looks odd is said once. Whoever does not know leaves it to the officer.
 */
export function ApplyQuestion({ screen }: { screen: Place }) {
  const { t } = useTranslation();
  const { go, back, whenSettled } = useVisit();
  const { service } = useCatalog();
  const { session, filled } = useApplication(screen.serviceKey);
  const local = useLocalized();
  const issueWords = useIssueWords();
  const errorWords = useErrorWords();
  const [told, setTold] = useState<readonly Issue[]>([]);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const found = service(screen.serviceKey);
  const questions = found ? applicationQuestions(found, filled.values) : [];
  const question = questions.find(({ field }) => field.key === screen.field);
  if (!found || !question) return <Question title={t('self.documentsNone')} />;
  const { field, number, total } = question;
  /** Answered by touching one of some: there is nothing to go on with before. */
  const touched = field.type === 'choice' || field.type === 'village';
  const value = toText(filled.values[field.key] ?? null);

  function leave(): void {
    if (screen.fixing) {
      back();
      return;
    }
    // An answer just given may ask for more, or for less.
    const next = found && questionAfter(applicationQuestions(found, session.state().values), screen.field);
    const { serviceKey, whose } = screen;
    if (next) go({ ...screen, field: next.field.key, type: next.field.type });
    else go({ name: 'apply-review', serviceKey, whose });
  }

  async function next(): Promise<void> {
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      await session.flush();
      const issues = session.state().issues.filter(({ at }) => at === screen.field);
      const isNew = issues.some(({ code }) => !told.some((issue) => issue.code === code));
      const stays = issues.some(({ severity }) => severity === 'block') || (issues.length > 0 && isNew);
      if (stays) setTold(issues);
      else leave();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  }

  function change(text: string): void {
    setTold([]);
    session.change({ [screen.field]: fromText(field.type, text) });
  }

  const notes = (
    <div className={styles.notes} role="alert">
      {error === null ? null : (
        <Banner tone="bad" title={t('flow.notSaved')}>
          {errorWords(error)}
        </Banner>
      )}
      {told.map((issue) => (
        <p key={issue.code} className={issue.severity === 'block' ? styles.bad : styles.odd}>
          {issueWords(issue, field)}
        </p>
      ))}
      {told.length > 0 && told.every(({ severity }) => severity !== 'block') ? (
        <p>{t('self.applyOddWords')}</p>
      ) : null}
    </div>
  );
  const actions = (
    <div className={styles.actions}>
      <Button size="large" icon={SkipForward} onPress={whenSettled(leave)}>
        {t('self.applySkip')}
      </Button>
      {touched && value === '' ? null : (
        <Button
          size="large"
          variant="primary"
          iconAfter={ArrowRight}
          busy={busy}
          isDisabled={value === ''}
          onPress={whenSettled(() => {
            next().catch(() => undefined);
          })}
        >
          {t('common.next')}
        </Button>
      )}
    </div>
  );
  return (
    <Question
      title={local(field.label)}
      words={
        <>
          {screen.whose === 'other' ? `${t('self.applyTheirs')} ` : ''}
          {field.hint ? local(field.hint) : ''}
        </>
      }
      progress={t('self.questionOf', { number, total })}
    >
      <AnswerEntry
        service={found}
        field={field}
        value={value}
        onChange={change}
        onChoose={(key) => {
          change(key);
          next().catch(() => undefined);
        }}
      >
        {notes}
        {actions}
      </AnswerEntry>
    </Question>
  );
}
