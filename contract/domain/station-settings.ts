import { z } from 'zod';
import { sendingSettingsSchema } from './sending.ts';
import { unattendedSchema } from './time-of-day.ts';

/** Roll of the receipt printer in millimetres. */
export const paperWidthSchema = z.union([z.literal(58), z.literal(80)]);
export type PaperWidth = z.infer<typeof paperWidthSchema>;

/** Milliseconds since the Unix epoch, or one more than the version before: it rises also for a central restored from a backup. */
export const versionSchema = z.number().int().nonnegative().max(999_999_999_999_999);

/** What the office set of one thing; the version is another each time it sets it, also to the same. Null: not its matter. */
function setByOffice<Value extends z.ZodType>(value: Value) {
  return z.strictObject({ version: versionSchema, value }).nullable();
}

/** What the office may set for one kiosk. */
export const stationSettingsSchema = z.strictObject({
  name: setByOffice(z.string().trim().min(1).max(120)),
  paperWidth: setByOffice(paperWidthSchema),
  sending: setByOffice(sendingSettingsSchema),
  /** Not there when it is not the office's matter: a station that was never told such hours need not know of them. */
  unattended: setByOffice(unattendedSchema).optional(),
});
export type StationSettings = z.infer<typeof stationSettingsSchema>;
