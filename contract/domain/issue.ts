import { z } from 'zod';
import { catalogKeySchema } from './identifiers.ts';

/** Why a field, document or step is not as it should be. Words are in the translation files under `issue.<code>`. */
export const issueCodeSchema = z.enum([
  'required',
  'required-at-office',
  'too-long',
  'not-a-choice',
  'not-a-number',
  'out-of-range',
  'not-a-date',
  'in-the-future',
  'too-young',
  'too-old',
  'nik-not-16-digits',
  'nik-all-same-digits',
  'nik-serial-zero',
  'nik-unknown-province',
  'nik-unknown-regency',
  'nik-unknown-district',
  'nik-legacy-district',
  'nik-impossible-date',
  'nik-date-differs',
  'nik-sex-differs',
  'nik-equals-family-card',
  'family-card-not-16-digits',
  'name-has-digits',
  'name-single-word',
  'phone-invalid',
  'email-invalid',
  'village-unknown',
  'mrz-unreadable',
  'mrz-check-digit',
  'mrz-not-indonesian',
  'mrz-name-differs',
  'mrz-birth-date-differs',
  'passport-chip-differs',
  'identity-card-differs',
  'passport-number-shape',
  'passport-not-yet-expired',
  'product-age',
  'document-missing',
  'document-missing-at-office',
  'photo-missing',
  'signature-missing',
  'consent-missing',
]);
export type IssueCode = z.infer<typeof issueCodeSchema>;

export const issueSchema = z.strictObject({
  /** The field, requirement page, or step key the issue stands beside. */
  at: z.string(),
  step: catalogKeySchema,
  /** `block` stops submission, `warn` is shown and recorded, `office` is to be finished at the immigration office. */
  severity: z.enum(['block', 'warn', 'office']),
  code: issueCodeSchema,
  /** Values for the translated sentence, such as `{ maximum: 60 }`. */
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Issue = z.infer<typeof issueSchema>;
