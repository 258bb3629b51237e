import type { FieldValue } from '../../../contract/domain/form.ts';
import type { RuleContext } from './finding.ts';

/** Keys every catalog uses for the person applying and the passport held, so that rules can compare them. */
export const SUBJECT = {
  fullName: 'identity.fullName',
  nik: 'identity.nik',
  familyCard: 'identity.familyCard',
  birthDate: 'identity.birthDate',
  sex: 'identity.sex',
  maritalStatus: 'identity.maritalStatus',
  passportExpiry: 'passport.expiry',
} as const;

/** Option keys of sex and marital status, the same in every catalog. */
export const FEMALE = 'female';
export const MALE = 'male';
export const MARRIED = 'married';

/** The text of a field, trimmed; empty when there is none. */
export function textOf(values: Readonly<Record<string, FieldValue>>, key: string): string {
  const value = values[key];
  return typeof value === 'string' ? value.trim() : '';
}

export function subjectText(context: RuleContext, part: keyof typeof SUBJECT): string {
  return textOf(context.values, SUBJECT[part]);
}
