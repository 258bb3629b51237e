import { ageOn, isCalendarDate } from '../../clock/calendar.ts';
import { block, type TextRule, warn } from './finding.ts';

/** Nobody alive in Indonesia has proved a greater age; more likely the year is mistyped. */
const OLDEST_AGE = 110;

export const judgeBirthDate: TextRule = (text, { today }) => {
  if (!isCalendarDate(text)) return [block('not-a-date')];
  if (text > today) return [block('in-the-future')];
  return ageOn(text, today) > OLDEST_AGE ? [warn('too-old', { maximum: OLDEST_AGE })] : [];
};
