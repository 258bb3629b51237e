import { joinDate, splitDate } from '../../design/date-parts.ts';

/** Day, month and year, as they are said. */
export const DATE_GROUPS = [2, 2, 4];
/** NIK and family card numbers, as they are read out. */
export const CARD_GROUPS = [4, 4, 4, 4];
/** `0812 3456 7890`, and one group more for the longest numbers. */
export const PHONE_GROUPS = [4, 4, 4, 3];

/** Digits with something between their groups; what is beyond the last group is dropped. Pure. */
export function inGroups(digits: string, groups: readonly number[], between: string): string {
  let at = 0;
  return groups
    .map((count) => {
      at += count;
      return digits.slice(at - count, at);
    })
    .filter(Boolean)
    .join(between);
}

/** `02051986`, also half typed, as the date a draft stores. Pure. */
export function dateOfDigits(digits: string): string {
  return joinDate({ day: digits.slice(0, 2), month: digits.slice(2, 4), year: digits.slice(4, 8) });
}

/** The digits of a date that `dateOfDigits` made, or of a whole date. Pure. */
export function digitsOfDate(date: string): string {
  const { day, month, year } = splitDate(date);
  return day + month + year;
}
