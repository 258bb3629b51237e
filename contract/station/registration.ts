import { z } from 'zod';
import { applicationSummarySchema } from '../domain/application.ts';
import { applicationStatusSchema } from '../domain/application-status.ts';
import { attachmentSchema, draftSchema, draftSummarySchema, mrzCheckSchema } from '../domain/draft.ts';
import { fieldValueSchema } from '../domain/form.ts';
import { catalogKeySchema, identifierSchema } from '../domain/identifiers.ts';
import { printJobSchema } from '../domain/print.ts';
import { readingSourceSchema } from '../domain/reading.ts';
import { trackingCodeSchema } from '../domain/tracking-code.ts';
import { command, emptySchema, pageInputSchema, pageSchema } from './base.ts';

/** Largest picture a face may send. A 4:3 camera frame as JPEG stays far below. */
export const LARGEST_PICTURE_BYTES = 8 * 1024 * 1024;

const draftInput = z.strictObject({ draftId: identifierSchema });

export const registrationContract = {
  startDraft: command
    .input(z.strictObject({ draftId: identifierSchema, serviceKey: catalogKeySchema }))
    .output(draftSchema),
  drafts: command
    .input(pageInputSchema)
    .output(pageSchema(draftSummarySchema).extend({ total: z.number().int() })),
  draft: command.input(draftInput).output(draftSchema),
  /** Answers only after the commit. Values the station filled itself (from an MRZ) are in the answer. */
  saveFields: command
    .input(
      z.strictObject({
        draftId: identifierSchema,
        values: z.record(catalogKeySchema, fieldValueSchema),
      }),
    )
    .output(draftSchema),
  /**
   * Ends a difference between a field and what a document said of it: takes the document's value, or keeps the typed one
   * as long as it is not changed. `NOT_FOUND` when the document said nothing of that field.
   */
  settleReading: command
    .input(
      z.strictObject({
        draftId: identifierSchema,
        field: catalogKeySchema,
        source: readingSourceSchema,
        take: z.enum(['document', 'typed']),
      }),
    )
    .output(draftSchema),
  moveToStep: command
    .input(
      z.strictObject({
        draftId: identifierSchema,
        step: catalogKeySchema,
        leaveForOffice: z.boolean().optional(),
      }),
    )
    .output(draftSchema),
  /** Removes the draft from the lists; `restoreDraft` undoes it until the station purges it a day later. */
  discardDraft: command.input(draftInput).output(emptySchema),
  restoreDraft: command.input(draftInput).output(draftSchema),
  /** Check digits of what was typed so far, for showing while typing. Changes nothing. */
  readMrz: command.input(z.strictObject({ text: z.string().max(400) })).output(
    z.object({
      readable: z.boolean(),
      checks: z.array(mrzCheckSchema),
      documentNumber: z.string().nullable(),
      fullName: z.string().nullable(),
      expirationDate: z.string().nullable(),
    }),
  ),
  /** Replaces any earlier picture of the same kind. */
  addAttachment: command
    .input(
      z.strictObject({
        draftId: identifierSchema,
        attachmentId: identifierSchema,
        kind: catalogKeySchema,
        width: z.number().int().positive().max(10_000),
        height: z.number().int().positive().max(10_000),
        picture: z.instanceof(Blob),
      }),
    )
    .output(draftSchema),
  removeAttachment: command
    .input(z.strictObject({ draftId: identifierSchema, attachmentId: identifierSchema }))
    .output(draftSchema),
  attachment: command
    .input(z.strictObject({ draftId: identifierSchema, attachmentId: identifierSchema }))
    .output(z.object({ attachment: attachmentSchema, picture: z.instanceof(Blob) })),
  /** Seals the packet, commits everything in one transaction, then queues the receipt. Repeating the same id returns the same answer. */
  submit: command
    .input(
      z.strictObject({
        draftId: identifierSchema,
        applicationId: identifierSchema,
        printJobId: identifierSchema,
      }),
    )
    .output(z.object({ application: applicationSummarySchema, print: printJobSchema })),
  applications: command
    .input(pageInputSchema.extend({ returnedOnly: z.boolean().default(false) }))
    .output(pageSchema(applicationSummarySchema).extend({ total: z.number().int() })),
  application: command
    .input(z.strictObject({ applicationId: identifierSchema }))
    .output(z.object({ application: applicationSummarySchema, status: applicationStatusSchema.nullable() })),
  /** Which application a receipt's code belongs to; `NOT_FOUND` when this station did not give it. */
  findApplication: command
    .input(z.strictObject({ trackingCode: trackingCodeSchema }))
    .output(z.object({ applicationId: identifierSchema })),
  /** Begins a draft that corrects a returned application. */
  correct: command
    .input(z.strictObject({ applicationId: identifierSchema, draftId: identifierSchema }))
    .output(draftSchema),
};
