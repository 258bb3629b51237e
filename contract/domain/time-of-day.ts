import { z } from 'zod';

/** A time of day in WIB, `HH:MM`. */
export const timeOfDaySchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** From one time of day on until another, which may be on the next day. */
export const daySpanSchema = z.object({ from: timeOfDaySchema, to: timeOfDaySchema });
export type DaySpan = z.infer<typeof daySpanSchema>;

/** When nobody is at the counter and citizens are served by the screen alone, WIB. */
export const unattendedSchema = z.array(daySpanSchema).max(8);
