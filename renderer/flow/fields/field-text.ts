import type { FieldType, FieldValue } from '../../../contract/domain/form.ts';

/** The longest text a draft holds for one field (`fieldValueSchema`). */
const LONGEST_TEXT = 400;

/** A stored value as the text a control shows. */
export function toText(value: FieldValue): string {
  return value === null ? '' : String(value);
}

/** What a control gave, as the draft stores it: nothing is null, numbers are numbers, confirmations true or false. */
export function fromText(type: FieldType, text: string): FieldValue {
  if (text === '') return null;
  if (type === 'confirmation') return text === 'true';
  if (type === 'number' && Number.isFinite(Number(text))) return Number(text);
  return text.slice(0, LONGEST_TEXT);
}
