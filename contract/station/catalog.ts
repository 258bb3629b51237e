import { z } from 'zod';
import { catalogSchema } from '../domain/catalog.ts';
import { instantSchema } from '../domain/identifiers.ts';
import { villageSchema } from '../domain/region.ts';
import { command } from './base.ts';

export const catalogContract = {
  /** The catalog in force and when it reached this station (null: installed with the application). */
  current: command.output(z.object({ catalog: catalogSchema, receivedAt: instantSchema.nullable() })),
  /** Fuzzy search over villages; an empty query lists the station's own district. */
  searchVillages: command
    .input(z.strictObject({ query: z.string().max(80), limit: z.number().int().min(1).max(30).default(8) }))
    .output(z.array(villageSchema)),
  village: command.input(z.strictObject({ code: z.string().max(20) })).output(villageSchema.nullable()),
};
