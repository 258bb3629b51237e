import { z } from 'zod';

/** Minutes since midnight, WIB. */
export const dayMinuteSchema = z.number().int().min(0).max(1_439);

/** Below this a budget would not carry the small cores of a day, which go whatever the budget says. */
export const SMALLEST_BUDGET_BYTES = 1_000_000;
/** 1 TB: more than any line of a village can carry in a month. */
const LARGEST_BUDGET_BYTES = 1_000_000_000_000;

const budgetSchema = z.number().int().min(SMALLEST_BUDGET_BYTES).max(LARGEST_BUDGET_BYTES).nullable();

export const quietHoursSchema = z
  .strictObject({ from: dayMinuteSchema, until: dayMinuteSchema })
  .refine(({ from, until }) => from !== until, { message: 'quiet hours that begin when they end' });
export type QuietHours = z.infer<typeof quietHoursSchema>;

/** When the line may be used, and for how much. */
export const sendingSettingsSchema = z.strictObject({
  /** Bytes that may be sent from midnight to midnight WIB; null for no limit. */
  dailyBytes: budgetSchema,
  /** Bytes that may be sent in a calendar month, WIB; null for no limit. */
  monthlyBytes: budgetSchema,
  /** Nothing is sent from `from` on until `until`, which may be on the next day; null for never quiet. */
  quietHours: quietHoursSchema.nullable(),
});
export type SendingSettings = z.infer<typeof sendingSettingsSchema>;

export const UNLIMITED: SendingSettings = { dailyBytes: null, monthlyBytes: null, quietHours: null };
