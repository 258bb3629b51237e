import type { Service } from '../../../contract/domain/catalog.ts';
import type { Field, FieldValue } from '../../../contract/domain/form.ts';
import type { CalendarDate } from '../../../contract/domain/identifiers.ts';
import { isEmpty } from '../rules/field.ts';
import { type ReadMrz, readMrz } from './read-mrz.ts';

type Values = Readonly<Record<string, FieldValue>>;
type Part = NonNullable<Field['fills']>[number]['part'];

/**
 * What the MRZ fields just saved say of fields that are still empty. A part whose check digit is wrong fills nothing; a
 * field somebody has typed is never overwritten.
 */
export function fillFromMrz(service: Service, saved: Values, values: Values, today: CalendarDate): Values {
  const filled: Record<string, FieldValue> = {};
  for (const field of service.steps.flatMap((step) => step.fields)) {
    const text = saved[field.key];
    if (field.type !== 'mrz' || typeof text !== 'string' || !field.fills) continue;
    const mrz = readMrz(text, today);
    if (!mrz.readable) continue;
    for (const { part, field: target } of field.fills) {
      const value = trusted(mrz, part);
      if (value !== null && isEmpty(values[target])) filled[target] = value;
    }
  }
  return filled;
}

/** Parts with a check digit of their own (Doc 9303-4 §4.2.2.2); the others are taken as they stand. */
function trusted(mrz: ReadMrz, part: Part): string | null {
  const wrong = mrz.checks.some((check) => check.part === part && !check.valid);
  return wrong ? null : mrz[part];
}
