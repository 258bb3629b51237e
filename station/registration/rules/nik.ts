import { isCalendarDate } from '../../clock/calendar.ts';
import { block, type Finding, type RuleContext, type TextRule, warn } from './finding.ts';
import { FEMALE, MALE, subjectText } from './subject.ts';

/** Women's day of birth is written 40 higher. */
const FEMALE_DAY_OFFSET = 40;

export interface NikParts {
  readonly province: string;
  readonly regency: string;
  readonly district: string;
  /** As a calendar writes it, 40 taken off for women. */
  readonly day: number;
  readonly month: number;
  /** Two digits: the century is not in a NIK. */
  readonly year: number;
  readonly sex: 'male' | 'female';
  readonly serial: string;
}

/** Digits as typed in groups, `1804 0457 0890 0001`. */
export function nikDigits(text: string): string {
  return text.replaceAll(/[\s.-]/g, '');
}

/** `PPKKCC DDMMYY SSSS`: place of first registration (Kemendagri codes), birth date, serial. Null unless 16 digits. */
export function readNik(text: string): NikParts | null {
  const digits = nikDigits(text);
  if (!/^\d{16}$/.test(digits)) return null;
  const writtenDay = Number(digits.slice(6, 8));
  const female = writtenDay > FEMALE_DAY_OFFSET;
  const place = digits.slice(0, 6);
  return {
    province: place.slice(0, 2),
    regency: `${place.slice(0, 2)}.${place.slice(2, 4)}`,
    district: `${place.slice(0, 2)}.${place.slice(2, 4)}.${place.slice(4, 6)}`,
    day: female ? writtenDay - FEMALE_DAY_OFFSET : writtenDay,
    month: Number(digits.slice(8, 10)),
    year: Number(digits.slice(10, 12)),
    sex: female ? FEMALE : MALE,
    serial: digits.slice(12),
  };
}

/**
 * Only what can be no NIK at all blocks. A NIK never changes, so an old district or a birth date corrected later may
 * rightly contradict the card: those warn.
 */
export const judgeNik: TextRule = (text, context) => {
  const parts = readNik(text);
  if (!parts) return [block('nik-not-16-digits')];
  if (/^(\d)\1{15}$/.test(nikDigits(text))) return [block('nik-all-same-digits')];
  if (parts.serial === '0000') return [block('nik-serial-zero')];
  return [
    ...judgePlace(parts, context),
    ...judgeDate(parts, context),
    ...judgeSex(parts, context),
    ...judgeAgainstFamilyCard(nikDigits(text), context),
  ];
};

function judgePlace({ province, regency, district }: NikParts, { regions }: RuleContext): Finding[] {
  if (!regions.hasProvince(province)) return [warn('nik-unknown-province', { code: province })];
  if (!regions.hasRegency(regency)) return [warn('nik-unknown-regency', { code: regency })];
  if (regions.hasDistrict(district)) return [];
  if (regions.isLegacyDistrict(district)) return [warn('nik-legacy-district', { code: district })];
  return [warn('nik-unknown-district', { code: district })];
}

function judgeDate({ day, month, year }: NikParts, context: RuleContext): Finding[] {
  const two = (number: number) => String(number).padStart(2, '0');
  const inCentury = (century: number) => `${century}${two(year)}-${two(month)}-${two(day)}`;
  if (![19, 20].some((century) => isCalendarDate(inCentury(century)))) return [warn('nik-impossible-date')];
  const typed = subjectText(context, 'birthDate');
  if (!isCalendarDate(typed) || typed.slice(2) === inCentury(19).slice(2)) return [];
  return [warn('nik-date-differs')];
}

function judgeSex({ sex }: NikParts, context: RuleContext): Finding[] {
  const typed = subjectText(context, 'sex');
  return typed === '' || typed === sex ? [] : [warn('nik-sex-differs')];
}

function judgeAgainstFamilyCard(digits: string, context: RuleContext): Finding[] {
  return digits === nikDigits(subjectText(context, 'familyCard')) ? [warn('nik-equals-family-card')] : [];
}
