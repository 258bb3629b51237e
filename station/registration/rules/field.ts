import type { Field, FieldType, FieldValue } from '../../../contract/domain/form.ts';
import { judgeBirthDate } from './birth-date.ts';
import { judgeChoice } from './choice.ts';
import { judgeDate } from './date.ts';
import { judgeEmail } from './email.ts';
import { judgeFamilyCard } from './family-card.ts';
import type { Finding, RuleContext, TextRule } from './finding.ts';
import { judgeFullName } from './full-name.ts';
import { judgeMrz } from './mrz.ts';
import { judgeNik } from './nik.ts';
import { judgeNumber } from './number.ts';
import { judgePassportNumber } from './passport-number.ts';
import { judgePhone } from './phone.ts';
import { judgeVillage } from './village.ts';

const nothing: TextRule = () => [];

const TEXT_RULES: Readonly<Record<FieldType, TextRule>> = {
  text: nothing,
  'full-name': judgeFullName,
  nik: judgeNik,
  'family-card-number': judgeFamilyCard,
  'birth-date': judgeBirthDate,
  date: judgeDate,
  number: nothing,
  choice: judgeChoice,
  phone: judgePhone,
  email: judgeEmail,
  village: judgeVillage,
  mrz: judgeMrz,
  'passport-number': judgePassportNumber,
  confirmation: nothing,
};

/** A field nobody has filled: no text but spaces, no number, not confirmed. */
export function isEmpty(value: FieldValue | undefined): boolean {
  return (
    value === undefined ||
    value === null ||
    value === false ||
    (typeof value === 'string' && value.trim() === '')
  );
}

/** Findings about a value that is there. */
export function judgeValue(field: Field, value: FieldValue, context: RuleContext): Finding[] {
  if (typeof value === 'number') return judgeNumber(value, field);
  return typeof value === 'string' ? TEXT_RULES[field.type](value.trim(), context, field) : [];
}
