import { z } from 'zod';
import { catalogKeySchema } from './identifiers.ts';
import { localizedSchema } from './localized.ts';

/** What a draft holds for one field. Dates are `YYYY-MM-DD`, regions are Kemendagri codes, choices are option keys. */
export const fieldValueSchema = z.union([z.string().max(400), z.number(), z.boolean(), z.null()]);
export type FieldValue = z.infer<typeof fieldValueSchema>;

/** How a field is drawn and by which rules the station judges it. */
export const fieldTypeSchema = z.enum([
  'text',
  'full-name',
  'nik',
  'family-card-number',
  'birth-date',
  'date',
  'number',
  'choice',
  'phone',
  'email',
  'village',
  'mrz',
  'passport-number',
  'confirmation',
]);
export type FieldType = z.infer<typeof fieldTypeSchema>;

export const fieldOptionSchema = z.strictObject({ key: z.string().min(1).max(40), label: localizedSchema });
export type FieldOption = z.infer<typeof fieldOptionSchema>;

export const fieldSchema = z.strictObject({
  key: catalogKeySchema,
  type: fieldTypeSchema,
  label: localizedSchema,
  hint: localizedSchema.optional(),
  example: z.string().max(80).optional(),
  /** `office`: may stay empty here and be finished at the immigration office. */
  required: z.enum(['always', 'office', 'no']),
  maximumLength: z.number().int().positive().max(400).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  options: z.array(fieldOptionSchema).optional(),
  /** Shown, and judged, only while another field holds one of these values. */
  visibleWhen: z.strictObject({ field: catalogKeySchema, isOneOf: z.array(z.string()) }).optional(),
  /** For `mrz`: which MRZ part fills which field when that field is still empty. */
  fills: z
    .array(
      z.strictObject({
        part: z.enum(['documentNumber', 'fullName', 'birthDate', 'sex', 'expirationDate', 'nationality']),
        field: catalogKeySchema,
      }),
    )
    .optional(),
});
export type Field = z.infer<typeof fieldSchema>;

/** One screen of the flow. `fields` steps hold fields; the others have a screen of their own. */
export const stepSchema = z.strictObject({
  key: catalogKeySchema,
  kind: z.enum(['fields', 'product', 'documents', 'photo', 'signature', 'consent', 'review']),
  title: localizedSchema,
  help: localizedSchema,
  /** True where the catalog lets the citizen finish this step at the immigration office. */
  mayFinishAtOffice: z.boolean(),
  fields: z.array(fieldSchema),
});
export type Step = z.infer<typeof stepSchema>;
