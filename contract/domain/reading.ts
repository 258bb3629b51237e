import { z } from 'zod';

/** Where a field's value was read besides what was typed: the chip of a passport, or a KTP-el. */
export const readingSourceSchema = z.enum(['passport', 'identity-card']);
export type ReadingSource = z.infer<typeof readingSourceSchema>;
