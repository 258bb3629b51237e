import type { Field, FieldType } from '../../contract/domain/form.ts';
import type { ScanMeaning } from '../../contract/domain/scan.ts';
import type { Values } from './autosave.ts';

/** Fields that hold the number of a card. */
const CARD_NUMBERS: ReadonlySet<FieldType> = new Set(['nik', 'family-card-number']);

/**
 * Where a scanned code goes among the fields on screen.
 *
 * - `fill`: into this field
 * - `choose`: several fields could take it and all are filled; the officer puts the finger into one first
 * - `none`: no field here takes such a code
 */
export type ScanPlace =
  | { readonly kind: 'fill'; readonly field: Field; readonly value: string }
  | { readonly kind: 'choose' }
  | { readonly kind: 'none' };

/** `focused` is the key of the field with the finger in it, if any. Pure. */
export function placeScan(
  meaning: ScanMeaning,
  fields: readonly Field[],
  values: Values,
  focused: string | null,
): ScanPlace {
  if (meaning.kind === 'mrz') {
    const field = fields.find(({ type }) => type === 'mrz');
    return field ? { kind: 'fill', field, value: meaning.lines } : { kind: 'none' };
  }
  if (meaning.kind !== 'card-number') return { kind: 'none' };
  const candidates = fields.filter(({ type }) => CARD_NUMBERS.has(type) && mayHold(type, meaning.number));
  const field =
    candidates.find(({ key }) => key === focused) ??
    candidates.find(({ key }) => values[key] === meaning.number) ??
    candidates.find(({ key }) => isEmpty(values[key]));
  if (field) return { kind: 'fill', field, value: meaning.number };
  return { kind: candidates.length > 0 ? 'choose' : 'none' };
}

/** A woman's NIK has 40 added to the day of birth; the date in a family card's number is the day it was made. */
function mayHold(type: FieldType, number: string): boolean {
  return type === 'nik' || Number(number.slice(6, 8)) <= 31;
}

function isEmpty(value: Values[string] | undefined): boolean {
  return value === undefined || value === null || value === '';
}
