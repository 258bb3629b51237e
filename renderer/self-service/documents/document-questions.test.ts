import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { catalogSchema } from '../../../contract/domain/catalog.ts';
import type { AnswersAboutDocuments } from '../visit.ts';
import { documentResult, nextDocumentQuestion, picturedDocuments } from './document-questions.ts';

const file = join(import.meta.dirname, '..', '..', '..', 'central', 'catalog', 'catalog.json');
const [service] = catalogSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).services;
if (!service) throw new Error('a catalog without services');

function ask(answer: (key: string) => 'ready' | 'missing' | 'not-mine') {
  const asked: string[] = [];
  let answers: AnswersAboutDocuments = {};
  for (;;) {
    const question = nextDocumentQuestion(service as NonNullable<typeof service>, answers);
    if (!question) return { asked, result: documentResult(service as NonNullable<typeof service>, answers) };
    const { key } = question.requirement;
    asked.push(`${question.number}/${question.total} ${key} ${question.ask}`);
    answers = { ...answers, [key]: answer(key) };
  }
}
const keys = (requirements: readonly { key: string }[]) => requirements.map(({ key }) => key);

test('each document is asked about once, and whether it exists at all only where it may not', () => {
  expect(ask(() => 'ready').asked).toEqual([
    '1/4 identity-card is-ready',
    '2/4 old-passport is-ready',
    '3/4 family-card is-ready',
    '4/4 name-change is-mine',
  ]);
});

test('what is missing is told apart from what may wait for the office and what is not needed', () => {
  const { result } = ask((key) => (key === 'name-change' ? 'not-mine' : 'missing'));
  expect(keys(result.ready)).toEqual([]);
  expect(keys(result.missing)).toEqual(['identity-card', 'old-passport']);
  expect(keys(result.later)).toEqual(['family-card']);
});

test('whoever has everything is ready', () => {
  const { result } = ask(() => 'ready');
  expect(result).toMatchObject({ missing: [], later: [] });
  expect(result.ready).toHaveLength(4);
});

test('a document is pictured when every page is clear, and unclear when one will not do', () => {
  const { requirements } = service as NonNullable<typeof service>;
  const pictures = new Map([
    ['identity-card.front', { advice: 'good' as const }],
    ['old-passport.data', { advice: 'good' as const }],
    ['family-card.page', { advice: 'blurred' as const }],
  ]);
  expect(picturedDocuments(requirements, pictures)).toEqual({
    pictured: ['identity-card'],
    unclear: ['family-card'],
  });
});
