import { type SendingSettings, SMALLEST_BUDGET_BYTES } from '../../../contract/domain/sending.ts';

/** Budgets are sold in megabytes of a million bytes. */
const MEGABYTE = 1_000_000;
const MOST_MEGABYTES = 1_000_000;

/** Minute of the day as a clock shows it: `21.00`. */
export function minuteWords(minute: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}.${two(minute % 60)}`;
}

/** `21.00`, `21:00` or `2100` as a minute of the day; null for anything that is no time. */
export function readMinute(text: string): number | null {
  const [, hours, minutes] = /^(\d{1,2})[.:]?(\d{2})$/.exec(text.trim()) ?? [];
  const minute = Number(hours) * 60 + Number(minutes);
  return Number(hours) < 24 && Number(minutes) < 60 ? minute : null;
}

/** How long something takes, in the unit a person would use. */
export function roughDuration(seconds: number): {
  readonly unit: 'seconds' | 'minutes' | 'hours';
  readonly count: number;
} {
  if (seconds < 60) return { unit: 'seconds', count: 1 };
  if (seconds < 90 * 60) return { unit: 'minutes', count: Math.ceil(seconds / 60) };
  return { unit: 'hours', count: Math.round(seconds / 3_600) };
}

/** What was typed into the settings form. */
export interface SettingsForm {
  readonly daily: string;
  readonly monthly: string;
  readonly from: string;
  readonly until: string;
}

export type SettingsField = keyof SettingsForm;

export function toForm({ dailyBytes, monthlyBytes, quietHours }: SendingSettings): SettingsForm {
  const megabytes = (bytes: number | null) => (bytes === null ? '' : String(Math.round(bytes / MEGABYTE)));
  return {
    daily: megabytes(dailyBytes),
    monthly: megabytes(monthlyBytes),
    from: quietHours ? minuteWords(quietHours.from) : '',
    until: quietHours ? minuteWords(quietHours.until) : '',
  };
}

/** The settings a form means, or which of its fields cannot be understood. */
export function readForm(form: SettingsForm): SendingSettings | { readonly wrong: readonly SettingsField[] } {
  const [daily, monthly] = [readBudget(form.daily), readBudget(form.monthly)];
  const [from, until] = [readMinute(form.from), readMinute(form.until)];
  const noQuiet = form.from.trim() === '' && form.until.trim() === '';
  const wrong: SettingsField[] = [];
  if (daily === undefined) wrong.push('daily');
  if (monthly === undefined) wrong.push('monthly');
  if (!noQuiet && from === null) wrong.push('from');
  if (!noQuiet && (until === null || until === from)) wrong.push('until');
  if (wrong.length > 0) return { wrong };
  return {
    dailyBytes: daily ?? null,
    monthlyBytes: monthly ?? null,
    quietHours: from === null || until === null ? null : { from, until },
  };
}

/** Undefined for what is no budget. */
function readBudget(text: string): number | null | undefined {
  if (text.trim() === '') return null;
  const megabytes = Number(text);
  if (!/^\d+$/.test(text.trim()) || megabytes > MOST_MEGABYTES) return undefined;
  const bytes = megabytes * MEGABYTE;
  return bytes < SMALLEST_BUDGET_BYTES ? undefined : bytes;
}
