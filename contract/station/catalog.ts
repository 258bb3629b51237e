import { z } from 'zod';
import { catalogSchema } from '../domain/catalog.ts';
import { catalogChangeSchema } from '../domain/catalog-change.ts';
import { instantSchema } from '../domain/identifiers.ts';
import { villageSchema } from '../domain/region.ts';
import { command, emptySchema } from './base.ts';

/** What changed for one officer. */
export const catalogNewsSchema = z.object({
  /** The catalog in force, as `confirmNews` takes it. */
  version: z.number().int().positive(),
  /** When the officer came to know what they know; null for one who was never here. */
  seenAt: instantSchema.nullable(),
  changes: z.array(catalogChangeSchema),
});
export type CatalogNews = z.infer<typeof catalogNewsSchema>;

export const catalogContract = {
  /** The catalog in force and when it reached this station (null: installed with the application). */
  current: command.output(z.object({ catalog: catalogSchema, receivedAt: instantSchema.nullable() })),
  /** What changed since the officer who is signed in last said to have read it; nothing on a first visit. */
  news: command.output(catalogNewsSchema),
  /** The officer has read what changed up to this version; `CONFLICT` when another one is in force by now. */
  confirmNews: command.input(z.strictObject({ version: z.number().int().positive() })).output(emptySchema),
  /** Fuzzy search over villages; an empty query lists the station's own district. */
  searchVillages: command
    .input(z.strictObject({ query: z.string().max(80), limit: z.number().int().min(1).max(30).default(8) }))
    .output(z.array(villageSchema)),
  village: command.input(z.strictObject({ code: z.string().max(20) })).output(villageSchema.nullable()),
};
