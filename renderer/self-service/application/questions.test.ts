import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { catalogSchema } from '../../../contract/domain/catalog.ts';
import { applicationQuestions, questionAfter } from './questions.ts';

const file = join(import.meta.dirname, '..', '..', '..', 'central', 'catalog', 'catalog.json');
const { services } = catalogSchema.parse(JSON.parse(readFileSync(file, 'utf8')));

test.each(services.map((service) => [service.key, service] as const))(
  '%s: every question once, in the order of the form, none of consent and none that may stay empty',
  (_key, service) => {
    const questions = applicationQuestions(service, {});
    const keys = questions.map(({ field }) => field.key);
    expect(keys).toContain('identity.fullName');
    expect(keys).toContain('identity.nik');
    expect(new Set(keys).size).toBe(keys.length);
    expect(questions.every(({ field }) => field.required !== 'no' && field.type !== 'mrz')).toBe(true);
    expect(questions.some(({ step }) => step.kind === 'consent')).toBe(false);
    const walked: string[] = [];
    for (let next = questionAfter(questions, null); next; next = questionAfter(questions, next.field.key)) {
      expect(next).toMatchObject({ number: walked.length + 1, total: keys.length });
      walked.push(next.field.key);
    }
    expect(walked).toEqual(keys);
  },
);
