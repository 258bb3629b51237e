import { z } from 'zod';
import { calendarDateSchema } from './identifiers.ts';

/** The regulation a fee, requirement or time rests on, as it is shown to the citizen. */
export const legalBasisSchema = z.strictObject({
  /** Such as `PP 45/2024`. */
  title: z.string().min(1),
  article: z.string().min(1).optional(),
  effectiveFrom: calendarDateSchema,
  /** How sure the district is: `official` text read, `press` several agreeing reports, `unconfirmed`. */
  confidence: z.enum(['official', 'press', 'unconfirmed']),
});
export type LegalBasis = z.infer<typeof legalBasisSchema>;
