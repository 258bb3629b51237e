import type { Page } from 'playwright-core';
import type { Field } from '../../../contract/domain/form.ts';
import type { Language } from '../../../contract/domain/localized.ts';
import type { Specimen } from '../../../contract/station/practice.ts';
import {
  type ApplicationQuestion,
  applicationQuestions,
} from '../../../renderer/self-service/application/questions.ts';
import { citizenWords, pressKeys } from './citizen-keys.ts';
import { passportReplacement, pressUntil } from './counter.ts';
import { wordsOf } from './every-screen.ts';

/** A real keyboard at a person's pace: faster keys are taken for a scanner's. */
const KEY_MS = 45;

export interface ApplicationWalk {
  readonly page: Page;
  readonly language: Language;
  readonly specimen: Specimen;
  /** Called when a question is answered and stands still, with the type of its field. */
  readonly look?: (type: Field['type']) => Promise<void>;
}

/** Answers every question as the specimen would; begins at the first and ends on the overview. */
export async function answerApplication({
  page,
  language,
  specimen,
  look = async () => {},
}: ApplicationWalk): Promise<void> {
  const words = citizenWords(language);
  const questions = applicationQuestions(passportReplacement(), specimen.values);
  const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });
  for (const [place, { field }] of questions.entries()) {
    await heading(field.label[language]).waitFor();
    const following = questions[place + 1]?.field.label[language] ?? words('applyReview');
    await answer(page, language, field, String(specimen.values[field.key] ?? ''), () => look(field.type));
    await pressUntil(wayOn(page, language, questions[place], specimen), heading(following));
  }
}

/** Types what is typed; what is touched is touched on the way on. */
async function answer(
  page: Page,
  language: Language,
  field: Field,
  value: string,
  look: () => Promise<void>,
): Promise<void> {
  const box = page.getByRole('textbox');
  switch (field.type) {
    case 'choice':
      break;
    case 'nik':
      await pressKeys(page, value);
      break;
    case 'birth-date':
    case 'date': {
      const [year = '', month = '', day = ''] = value.split('-');
      await box.pressSequentially(day + month + year, { delay: KEY_MS });
      break;
    }
    case 'village':
      await box.pressSequentially('kubu per', { delay: KEY_MS });
      await page.getByRole('list', { name: field.label[language] }).getByText('Kubu Perahu').waitFor();
      break;
    default:
      await box.pressSequentially(value, { delay: KEY_MS });
  }
  await look();
}

function wayOn(
  page: Page,
  language: Language,
  question: ApplicationQuestion | undefined,
  specimen: Specimen,
) {
  const main = page.getByRole('main');
  if (!question) throw new Error('no question');
  const { field } = question;
  const value = specimen.values[field.key];
  if (field.type === 'village') return main.getByRole('button', { name: /Kubu Perahu/ });
  if (field.type !== 'choice')
    return main.getByRole('button', { name: wordsOf(language)('common.next'), exact: true });
  const label =
    field.options?.find(({ key }) => key === value)?.label[language] ??
    passportReplacement().products.find(({ key }) => key === value)?.name[language] ??
    '';
  const choices = main.getByRole('list', { name: field.label[language] });
  return choices
    .getByRole('button')
    .filter({ has: page.getByText(label, { exact: !label.includes('tahun') }) });
}
