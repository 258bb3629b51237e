import { parse } from 'mrz';
import type { MrzCheck } from '../../../contract/domain/draft.ts';
import type { CalendarDate } from '../../../contract/domain/identifiers.ts';
import { isCalendarDate } from '../../clock/calendar.ts';

/** TD3, the passport booklet: two lines of 44 (ICAO Doc 9303-4 §4.2.2). */
const LINE = 44;

/** Characters that must be there before a check digit can be judged: its own place, counted over both lines (§4.2.2.2). */
const CHECKS = [
  { part: 'documentNumber', field: 'documentNumberCheckDigit', needs: LINE + 10 },
  { part: 'birthDate', field: 'birthDateCheckDigit', needs: LINE + 20 },
  { part: 'expirationDate', field: 'expirationDateCheckDigit', needs: LINE + 28 },
  { part: 'personalNumber', field: 'personalNumberCheckDigit', needs: LINE + 43 },
  { part: 'composite', field: 'compositeCheckDigit', needs: LINE + 44 },
] as const;

export interface ReadMrz {
  /** All 88 characters are there and belong to a passport. */
  readonly readable: boolean;
  /** Every check digit typed so far. */
  readonly checks: MrzCheck[];
  readonly documentNumber: string | null;
  /** In capitals, never split: the order of a card, as far as an MRZ can tell. */
  readonly fullName: string | null;
  readonly birthDate: CalendarDate | null;
  readonly expirationDate: CalendarDate | null;
  readonly sex: 'male' | 'female' | null;
  /** ICAO code, `IDN`. */
  readonly nationality: string | null;
}

/** Reads what was typed or scanned so far. `today` decides the century of a birth date. */
export function readMrz(text: string, today: CalendarDate): ReadMrz {
  const typed = text.toUpperCase().replaceAll(/[^A-Z0-9<]/g, '');
  const padded = typed.padEnd(2 * LINE, '<').slice(0, 2 * LINE);
  const { fields, details } = parse([padded.slice(0, LINE), padded.slice(LINE)], { autocorrect: false });
  const valid = (field: string) => details.some((detail) => detail.field === field && detail.valid);
  const complete = typed.length === 2 * LINE && typed.startsWith('P');
  const known = (needs: number) => complete || typed.length >= needs;
  return {
    readable: complete,
    checks: CHECKS.filter(({ needs }) => typed.startsWith('P') && known(needs)).map(({ part, field }) => ({
      part,
      valid: valid(field),
    })),
    documentNumber: known(LINE + 10) ? fields.documentNumber || null : null,
    fullName: known(LINE) ? fullName(fields.lastName, fields.firstName) : null,
    birthDate: known(LINE + 20) ? birthDate(padded.slice(LINE + 13, LINE + 19), today) : null,
    expirationDate: known(LINE + 28) ? expirationDate(padded.slice(LINE + 21, LINE + 27)) : null,
    sex: known(LINE + 21) ? sex(padded.charAt(LINE + 20)) : null,
    nationality: known(LINE + 13) ? padded.slice(LINE + 10, LINE + 13).replaceAll('<', '') || null : null,
  };
}

/** A holder without a secondary identifier has the whole name in the primary one (Doc 9303-4 §4.2.3.1 f). */
function fullName(primary: string | null | undefined, secondary: string | null | undefined): string | null {
  return [secondary, primary].filter(Boolean).join(' ') || null;
}

function sex(letter: string): ReadMrz['sex'] {
  if (letter === 'F') return 'female';
  return letter === 'M' ? 'male' : null;
}

function birthDate(digits: string, today: CalendarDate): CalendarDate | null {
  const recent = toDate('20', digits);
  return recent !== null && recent <= today ? recent : toDate('19', digits);
}

function expirationDate(digits: string): CalendarDate | null {
  return toDate('20', digits);
}

function toDate(century: string, digits: string): CalendarDate | null {
  const date = `${century}${digits.slice(0, 2)}-${digits.slice(2, 4)}-${digits.slice(4, 6)}`;
  return isCalendarDate(date) ? date : null;
}
