import { expect, test } from 'vitest';
import type { Service } from '../../contract/domain/catalog.ts';
import type { Draft } from '../../contract/domain/draft.ts';
import type { Step } from '../../contract/domain/form.ts';
import { furthestReached, stepState } from './progress-steps.ts';
import { visibleFields } from './visible-fields.ts';

const words = { id: 'kata', en: 'word' };
const field = (key: string) => ({ key, type: 'text' as const, label: words, required: 'always' as const });
const step = (key: string): Step => ({
  key,
  kind: 'fields',
  title: words,
  help: words,
  mayFinishAtOffice: true,
  fields: [field(`${key}.name`)],
});
const steps = [step('identity'), step('address'), step('contact')];
const service = { steps } as Service;
const draft = { values: {}, issues: [], leftForOffice: [], currentStep: 'identity' } as unknown as Draft;

test('steps ahead of the furthest opened or filled one stay closed', () => {
  expect(furthestReached(service, draft, 'identity')).toBe(0);
  expect(furthestReached(service, draft, 'address')).toBe(1);
  expect(furthestReached(service, { ...draft, values: { 'contact.name': 'x' } }, 'identity')).toBe(2);
  expect(steps.map((each, index) => stepState(each, index, 1, draft))).toEqual(['done', 'done', 'ahead']);
});

test('a step in need of a look, and a step left for the office', () => {
  const issue = { at: 'x', step: 'identity', code: 'required' as const, values: {} };
  expect(stepState(step('identity'), 0, 2, { ...draft, issues: [{ ...issue, severity: 'block' }] })).toBe(
    'warn',
  );
  expect(stepState(step('identity'), 0, 2, { ...draft, issues: [{ ...issue, severity: 'office' }] })).toBe(
    'done',
  );
  expect(stepState(step('identity'), 0, 2, { ...draft, leftForOffice: ['identity'] })).toBe('office');
});

test('a field is asked for only while the field it depends on says so', () => {
  const spouse = { ...field('spouse'), visibleWhen: { field: 'status', isOneOf: ['married'] } };
  const asked = (status: string | null) =>
    visibleFields({ ...step('identity'), fields: [spouse] }, { status }).map(({ key }) => key);
  expect(asked('married')).toEqual(['spouse']);
  expect(asked('single')).toEqual([]);
  expect(asked(null)).toEqual([]);
});
