import { type DaySpan, unattendedSchema } from '../../contract/domain/time-of-day.ts';

const DAY_MINUTES = 24 * 60;

/**
 * When nobody is at a kiosk's counter, as a person writes it: `16.00-07.30`, several with commas, `none` for an officer at any
 * time, or `kiosk` (null) for what the kiosk's own file says. Throws `RangeError`, also for hours that leave no minute of
 * the day to an officer: nobody could open the counter again, or bring news by USB.
 */
export function readUnattended(text: string): DaySpan[] | null {
  if (text === 'kiosk') return null;
  if (text === 'none') return [];
  const read = unattendedSchema.safeParse(text.split(',').map(readSpan));
  if (!read.success || read.data.some(({ from, to }) => from === to))
    throw new RangeError(
      `--unattended is written 16.00-07.30, up to 8 of them with commas, or none, or kiosk: ${text}`,
    );
  if (coversTheDay(read.data)) throw new RangeError('--unattended must leave some of the day to officers');
  return read.data;
}

/** Not valid yet. */
function readSpan(text: string): DaySpan {
  const [from = '', ...rest] = text.trim().replaceAll('.', ':').split('-');
  return { from, to: rest.join('-') };
}

function coversTheDay(spans: readonly DaySpan[]): boolean {
  const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const isIn = (minute: number) =>
    spans.some(({ from, to }) => {
      const length = (minuteOf(to) - minuteOf(from) + DAY_MINUTES) % DAY_MINUTES;
      return (minute - minuteOf(from) + DAY_MINUTES) % DAY_MINUTES < length;
    });
  return Array.from({ length: DAY_MINUTES }, (_, minute) => minute).every(isIn);
}
