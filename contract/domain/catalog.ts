import { z } from 'zod';
import { stepSchema } from './form.ts';
import { calendarDateSchema, catalogKeySchema } from './identifiers.ts';
import { legalBasisSchema } from './legal-basis.ts';
import { localizedSchema } from './localized.ts';

/** A document the citizen brings, captured by camera page by page. */
export const requirementSchema = z.strictObject({
  key: catalogKeySchema,
  name: localizedSchema,
  explanation: localizedSchema,
  /** `always` blocks submission; `office` may be shown at the immigration office; `if-any` only where it exists. */
  required: z.enum(['always', 'office', 'if-any']),
  pages: z.array(z.strictObject({ key: catalogKeySchema, name: localizedSchema })).min(1),
  legalBasis: legalBasisSchema,
});
export type Requirement = z.infer<typeof requirementSchema>;

/** An amount in whole rupiah with the regulation it rests on. */
export const feeSchema = z.strictObject({
  amount: z.number().int().nonnegative(),
  currency: z.literal('IDR'),
  legalBasis: legalBasisSchema,
});
export type Fee = z.infer<typeof feeSchema>;

export const productSchema = z.strictObject({
  key: catalogKeySchema,
  name: localizedSchema,
  explanation: localizedSchema,
  validityYears: z.number().int().positive(),
  /** Youngest age in whole years, unless married. */
  minimumAge: z.number().int().nonnegative(),
  fee: feeSchema,
});
export type Product = z.infer<typeof productSchema>;

/** A stage an application can be in, as told to the citizen. Central sets it; the order is the official one. */
export const stageSchema = z.strictObject({
  key: catalogKeySchema,
  name: localizedSchema,
  explanation: localizedSchema,
  /** Place in the official order; stages with the same place are alternatives. */
  order: z.number().int().nonnegative(),
  kind: z.enum(['normal', 'needs-citizen', 'finished', 'stopped']),
});
export type Stage = z.infer<typeof stageSchema>;

export const consentSchema = z.strictObject({
  /** Raised when the words change; stored with the consent. */
  version: z.string().min(1),
  title: localizedSchema,
  paragraphs: z.array(localizedSchema).min(1),
  statements: z.array(z.strictObject({ key: catalogKeySchema, label: localizedSchema })).min(1),
  legalBasis: legalBasisSchema,
});
export type Consent = z.infer<typeof consentSchema>;

/** What may be read from the chips of documents, and what of it is kept. */
export const chipsSchema = z.strictObject({
  /** Kind under which the portrait of a passport's chip is kept with the pictures; without it the portrait is only shown. */
  passportPortrait: catalogKeySchema.optional(),
  /** The photo of a KTP-el may be read, shown and forgotten, once the citizen has consented. */
  identityCardPhoto: z.boolean(),
});

/** A common reason for which an application is refused or sent back, and what to do against it. */
export const refusalSchema = z.strictObject({
  key: catalogKeySchema,
  name: localizedSchema,
  explanation: localizedSchema,
});
export type Refusal = z.infer<typeof refusalSchema>;

export const serviceSchema = z.strictObject({
  key: catalogKeySchema,
  name: localizedSchema,
  summary: localizedSchema,
  /** Letter of its queue group, as in `A-012`. */
  queueLetter: z.string().regex(/^[A-Z]$/),
  effectiveFrom: calendarDateSchema,
  legalBasis: z.array(legalBasisSchema).min(1),
  promisedWorkingDays: z.number().int().positive(),
  /** True where a mobile visit of the office can serve it: new and expired passports, never lost or damaged ones. */
  mobileVisit: z.boolean().optional(),
  steps: z.array(stepSchema).min(1),
  requirements: z.array(requirementSchema),
  products: z.array(productSchema).min(1),
  consent: consentSchema,
  /** Nothing where it is left out. */
  chips: chipsSchema.optional(),
  nextSteps: z.array(localizedSchema).min(1),
  refusals: z.array(refusalSchema).optional(),
});
export type Service = z.infer<typeof serviceSchema>;

export const complaintChannelSchema = z.strictObject({
  name: z.string().min(1),
  explanation: localizedSchema,
  address: z.string().min(1),
});
export type ComplaintChannel = z.infer<typeof complaintChannelSchema>;

/** Everything central publishes about services. Versioned, dated, signed on the wire. */
export const catalogSchema = z.strictObject({
  version: z.number().int().positive(),
  effectiveFrom: calendarDateSchema,
  issuedOn: calendarDateSchema,
  office: z.strictObject({ name: localizedSchema, note: localizedSchema }),
  stages: z.array(stageSchema).min(1),
  services: z.array(serviceSchema).min(1),
  complaintChannels: z.array(complaintChannelSchema),
  notices: z.array(
    z.strictObject({ key: catalogKeySchema, text: localizedSchema, from: calendarDateSchema }),
  ),
  /** Sentence printed on every receipt against illegal levies. */
  fraudWarning: localizedSchema,
});
export type Catalog = z.infer<typeof catalogSchema>;
