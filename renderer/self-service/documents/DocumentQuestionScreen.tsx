import { Check, Minus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCatalog } from '../../system/catalog.ts';
import { useLocalized } from '../../system/language.ts';
import { type BigChoice, Choices } from '../frame/Choices.tsx';
import { Question } from '../frame/Question.tsx';
import type { AnswersAboutDocuments } from '../visit.ts';
import { useVisit } from '../visit-context.tsx';
import styles from './DocumentPicture.module.css';
import { nextDocumentQuestion } from './document-questions.ts';
import { DocumentDrawing } from './drawings/DocumentDrawing.tsx';

/** Asks about one document, then goes on to the next or to the result. */
export function DocumentQuestionScreen({
  serviceKey,
  answers,
}: {
  serviceKey: string;
  answers: AnswersAboutDocuments;
}) {
  const { t } = useTranslation();
  const { go } = useVisit();
  const { service } = useCatalog();
  const local = useLocalized();
  const found = service(serviceKey);
  const question = found ? nextDocumentQuestion(found, answers) : null;
  if (!found || !question) return <Question title={t('self.documentsNone')} />;
  const { requirement, ask, number, total } = question;

  function answer(given: AnswersAboutDocuments[string]): void {
    if (!found) return;
    const next = { ...answers, [requirement.key]: given };
    const name = nextDocumentQuestion(found, next) ? 'documents-question' : 'documents';
    go({ name, serviceKey, answers: next });
  }

  const choices: BigChoice[] = [
    { key: 'ready', label: t('self.haveIt'), icon: Check, onPress: () => answer('ready') },
    { key: 'missing', label: t('self.haveItNot'), icon: X, onPress: () => answer('missing') },
  ];
  if (ask === 'is-mine')
    choices.push({
      key: 'not-mine',
      label: t('self.notMine'),
      icon: Minus,
      onPress: () => answer('not-mine'),
    });
  const title = t('self.documentQuestion', { document: local(requirement.name) });
  return (
    <Question
      title={title}
      words={local(requirement.explanation)}
      progress={t('self.questionOf', { number, total })}
    >
      <div className={styles.ask}>
        <DocumentDrawing page={requirement.pages[0]?.key ?? requirement.key} name={local(requirement.name)} />
        <Choices label={title} choices={choices} />
      </div>
    </Question>
  );
}
