import type { Service } from '../../../contract/domain/catalog.ts';
import type { Field, FieldType, Step } from '../../../contract/domain/form.ts';
import type { Values } from '../../flow/autosave.ts';
import { visibleFields } from '../../flow/visible-fields.ts';

export interface ApplicationQuestion {
  readonly field: Field;
  readonly step: Step;
  /** Which one this is, beginning with 1, of how many as things stand. */
  readonly number: number;
  readonly total: number;
}

/** What nobody is asked alone: two lines of 44 letters, and consent, which an officer explains. */
const NOT_ALONE: ReadonlySet<FieldType> = new Set(['mrz', 'confirmation']);

/** Everything a citizen is asked alone, in the order of the form. What may stay empty for good is left to the officer. Pure. */
export function applicationQuestions(service: Service, values: Values): readonly ApplicationQuestion[] {
  const asked = service.steps
    .filter(({ kind }) => kind === 'fields' || kind === 'product')
    .flatMap((step) => visibleFields(step, values).map((field) => ({ field, step })))
    .filter(({ field }) => field.required !== 'no' && !NOT_ALONE.has(field.type));
  return asked.map((question, place) => ({ ...question, number: place + 1, total: asked.length }));
}

/** The question after the field of this key, or the first for null; null after the last. */
export function questionAfter(
  questions: readonly ApplicationQuestion[],
  key: string | null,
): ApplicationQuestion | null {
  const place = key === null ? -1 : questions.findIndex(({ field }) => field.key === key);
  return questions[place + 1] ?? null;
}
