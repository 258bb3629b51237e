import { z } from 'zod';
import { appointmentSchema } from './application-status.ts';
import { fieldValueSchema } from './form.ts';
import { catalogKeySchema, identifierSchema, instantSchema } from './identifiers.ts';
import { issueSchema } from './issue.ts';
import { trackingCodeSchema } from './tracking-code.ts';

/** The citizen's consent as given: which words, which statements, when (UU 27/2022 art. 20-24). */
export const givenConsentSchema = z.strictObject({
  version: z.string(),
  statements: z.array(catalogKeySchema),
  givenAt: instantSchema,
});
export type GivenConsent = z.infer<typeof givenConsentSchema>;

export const attachmentManifestSchema = z.strictObject({
  id: identifierSchema,
  kind: catalogKeySchema,
  mediaType: z.string(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  byteLength: z.number().int().positive(),
  /** Lower-case hexadecimal SHA-256 of the plain bytes. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type AttachmentManifest = z.infer<typeof attachmentManifestSchema>;

/** A submitted application: what travels, sealed, to central. */
export const applicationSchema = z.strictObject({
  id: identifierSchema,
  revision: z.number().int().positive(),
  trackingCode: trackingCodeSchema,
  serviceKey: catalogKeySchema,
  productKey: catalogKeySchema,
  catalogVersion: z.number().int().positive(),
  stationId: z.string().min(1),
  officerId: z.string().nullable(),
  ticketNumber: z.string().nullable(),
  values: z.record(catalogKeySchema, fieldValueSchema),
  /** Warnings and things left for the office at the moment of submission. */
  issues: z.array(issueSchema),
  leftForOffice: z.array(catalogKeySchema),
  consent: givenConsentSchema,
  attachments: z.array(attachmentManifestSchema),
  submittedAt: instantSchema,
});
export type Application = z.infer<typeof applicationSchema>;

/** What a face may list about a submitted application. The name is masked. */
export const applicationSummarySchema = z.strictObject({
  id: identifierSchema,
  trackingCode: trackingCodeSchema,
  serviceKey: catalogKeySchema,
  maskedName: z.string(),
  stageKey: catalogKeySchema,
  stageSince: instantSchema,
  /** Null until central has set one. */
  appointment: appointmentSchema.nullable(),
  delivery: z.enum(['sealed', 'core-sent', 'sending', 'delivered', 'quarantined']),
  submittedAt: instantSchema,
});
export type ApplicationSummary = z.infer<typeof applicationSummarySchema>;
