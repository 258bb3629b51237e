export interface DateParts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

/** Parts of `YYYY-MM-DD` or of what `joinDate` made of an unfinished date. */
export function splitDate(value: string): DateParts {
  const [year = '', month = '', day = ''] = value.split('-');
  return { day, month, year };
}

/**
 * `1986-05-02` once day, month and year are there; one-digit days and months get their zero when the year is complete.
 * Unfinished dates keep what was typed (`-05-2`) so that they can be stored; an empty one is the empty string.
 */
export function joinDate({ day, month, year }: DateParts): string {
  if (!day && !month && !year) return '';
  if (day && month && year.length === 4) return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return `${year}-${month}-${day}`;
}
