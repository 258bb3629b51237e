import { z } from 'zod';

/** Every id that creates something is a UUIDv7 made by the side that asks (RFC 9562 §5.7), so that a repeated call is the same call. */
export const identifierSchema = z.uuidv7();
export type Identifier = z.infer<typeof identifierSchema>;

/** Stable, human-readable key of a thing the catalog defines, such as a service, a step or a field. */
export const catalogKeySchema = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[a-z][a-zA-Z0-9-]*(\.[a-z][a-zA-Z0-9-]*)*$/);
export type CatalogKey = z.infer<typeof catalogKeySchema>;

/** A wall-clock instant, milliseconds since the Unix epoch. Shown in WIB (UTC+7). */
export const instantSchema = z.number().int().nonnegative();
export type Instant = z.infer<typeof instantSchema>;

/** A calendar day, `YYYY-MM-DD`, with no time zone. */
export const calendarDateSchema = z.iso.date();
export type CalendarDate = z.infer<typeof calendarDateSchema>;
