import { z } from 'zod';
import { fieldValueSchema } from './form.ts';
import { catalogKeySchema, identifierSchema, instantSchema } from './identifiers.ts';
import { issueSchema } from './issue.ts';

/** What is known of a captured picture without its bytes. */
export const attachmentSchema = z.strictObject({
  id: identifierSchema,
  /** Requirement page key, or `photo`, or `signature`. */
  kind: catalogKeySchema,
  mediaType: z.enum(['image/jpeg', 'image/webp', 'image/png']),
  width: z.number().int().positive().max(10_000),
  height: z.number().int().positive().max(10_000),
  byteLength: z.number().int().positive(),
  capturedAt: instantSchema,
});
export type Attachment = z.infer<typeof attachmentSchema>;

/** Outcome of one MRZ check digit (ICAO Doc 9303-3 §4.9). */
export const mrzCheckSchema = z.strictObject({
  part: z.enum(['documentNumber', 'birthDate', 'expirationDate', 'personalNumber', 'composite']),
  valid: z.boolean(),
});
export type MrzCheck = z.infer<typeof mrzCheckSchema>;

/** What a citizen said of a document before anybody looked: at hand, not at hand, or not needed in this case. */
export const documentAnswerSchema = z.enum(['ready', 'missing', 'not-mine']);
export type DocumentAnswer = z.infer<typeof documentAnswerSchema>;

/** By the requirement's key; one that is missing was not asked about. */
export const documentAnswersSchema = z.record(catalogKeySchema, documentAnswerSchema);
export type DocumentAnswers = z.infer<typeof documentAnswersSchema>;

/** An application still being filled, as a face sees it. */
export const draftSchema = z.strictObject({
  id: identifierSchema,
  serviceKey: catalogKeySchema,
  catalogVersion: z.number().int().positive(),
  ticketId: identifierSchema.nullable(),
  /** `A-012`, when the draft was begun from a ticket. */
  ticketNumber: z.string().nullable(),
  /** Rises by one with every durable change. */
  revision: z.number().int().nonnegative(),
  values: z.record(catalogKeySchema, fieldValueSchema),
  attachments: z.array(attachmentSchema),
  issues: z.array(issueSchema),
  /** Steps the citizen chose to finish at the immigration office. */
  leftForOffice: z.array(catalogKeySchema),
  currentStep: catalogKeySchema,
  createdAt: instantSchema,
  savedAt: instantSchema,
  /** Remarks of central when this draft corrects a returned application: field key to remark. */
  remarks: z.record(z.string(), z.string()),
  /** What the citizen said of the documents, alone at the touchscreen. */
  documentAnswers: documentAnswersSchema.optional(),
});
export type Draft = z.infer<typeof draftSchema>;

export const draftSummarySchema = z.strictObject({
  id: identifierSchema,
  serviceKey: catalogKeySchema,
  ticketNumber: z.string().nullable(),
  /** Full name as typed so far; empty when none. */
  fullName: z.string(),
  currentStep: catalogKeySchema,
  savedAt: instantSchema,
  returned: z.boolean(),
});
export type DraftSummary = z.infer<typeof draftSummarySchema>;
