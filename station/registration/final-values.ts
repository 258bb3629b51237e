import type { Service } from '../../contract/domain/catalog.ts';
import type { Field, FieldValue } from '../../contract/domain/form.ts';
import { missingCase } from '../missing-case.ts';
import { isVisible } from './judge.ts';
import { isEmpty } from './rules/field.ts';
import { nikDigits } from './rules/nik.ts';
import { toE164 } from './rules/phone.ts';

/** What is sent of a draft: visible, filled fields, each in the one way its kind is written. */
export function finalValues(
  service: Service,
  values: Readonly<Record<string, FieldValue>>,
): Record<string, FieldValue> {
  const fields = service.steps.flatMap((step) => step.fields).filter((field) => isVisible(field, values));
  return Object.fromEntries(
    fields.flatMap((field): [string, FieldValue][] => {
      const value = values[field.key];
      if (value === undefined || isEmpty(value)) return [];
      return [[field.key, typeof value === 'string' ? written(field, value.trim()) : value]];
    }),
  );
}

function written(field: Field, text: string): string {
  switch (field.type) {
    case 'full-name':
      return text.toUpperCase().replaceAll(/\s+/g, ' ');
    case 'nik':
    case 'family-card-number':
      return nikDigits(text);
    case 'phone':
      return toE164(text) ?? text;
    case 'email':
      return text.toLowerCase();
    case 'passport-number':
      return text.toUpperCase();
    case 'mrz':
      return text.toUpperCase().replaceAll(/[^A-Z0-9<]/g, '');
    case 'text':
    case 'birth-date':
    case 'date':
    case 'number':
    case 'choice':
    case 'village':
    case 'confirmation':
      return text;
    default:
      return missingCase(field.type);
  }
}
