import { addMonths, isCalendarDate } from '../../clock/calendar.ts';
import { block, type TextRule, warn } from './finding.ts';
import { SUBJECT } from './subject.ts';

/** A passport is replaced when it has expired or will within six months. */
const REPLACED_MONTHS_BEFORE = 6;

export const judgeDate: TextRule = (text, { today }, field) => {
  if (!isCalendarDate(text)) return [block('not-a-date')];
  if (field.key !== SUBJECT.passportExpiry || text <= addMonths(today, REPLACED_MONTHS_BEFORE)) return [];
  return [warn('passport-not-yet-expired', { months: REPLACED_MONTHS_BEFORE })];
};
