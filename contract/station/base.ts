import { oc } from '@orpc/contract';
import { z } from 'zod';
import { stationErrors } from './errors.ts';

/** Root of every station procedure: typed errors on all of them. */
export const command = oc.errors(stationErrors);

/** Keyset page request: `after` is the opaque cursor of the last row seen. */
export const pageInputSchema = z.strictObject({
  after: z.string().max(200).nullable().default(null),
  limit: z.number().int().min(1).max(100).default(20),
});
export type PageInput = z.infer<typeof pageInputSchema>;

/** A page of rows and the cursor of the next one, null at the end. */
export function pageSchema<Row extends z.ZodType>(row: Row) {
  return z.object({ rows: z.array(row), next: z.string().nullable() });
}

export const emptySchema = z.object({});
