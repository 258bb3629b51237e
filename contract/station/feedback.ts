import { z } from 'zod';
import {
  complaintCodeSchema,
  complaintKindSchema,
  complaintMediaKindSchema,
  complaintSchema,
  LARGEST_MEDIA_BYTES,
  LARGEST_MEDIA_PIECE,
  LONGEST_COMPLAINT,
  MOST_MEDIA,
  officeReplySchema,
} from '../domain/complaint.ts';
import { identifierSchema, instantSchema } from '../domain/identifiers.ts';
import { languageSchema } from '../domain/localized.ts';
import { printStateSchema } from '../domain/print.ts';
import {
  satisfactionScoreSchema,
  serviceQualitySchema,
  surveyAnswersSchema,
  surveyElementSchema,
} from '../domain/satisfaction.ts';
import { command, emptySchema, pageInputSchema, pageSchema } from './base.ts';

/** What citizens said in one month; `n` is always told along, because three answers are no verdict. */
export const feedbackMonthSchema = z.object({
  /** `2026-11`, in WIB. */
  month: z.string().regex(/^\d{4}-\d{2}$/),
  /** How often each of the four faces was pressed, worst first. */
  touches: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  /** Null while nobody has answered the nine questions. */
  survey: z
    .object({
      n: z.number().int().positive(),
      ikm: z.number(),
      quality: serviceQualitySchema,
      means: z.record(surveyElementSchema, z.number()),
    })
    .nullable(),
});
export type FeedbackMonth = z.infer<typeof feedbackMonthSchema>;

export const feedbackContract = {
  /** One touch after a service. Repeating the id changes nothing. */
  rate: command
    .input(z.strictObject({ id: identifierSchema, score: satisfactionScoreSchema }))
    .output(emptySchema),
  /** The nine questions, answered. Repeating the id changes nothing. */
  survey: command
    .input(z.strictObject({ id: identifierSchema, answers: surveyAnswersSchema }))
    .output(emptySchema),
  /**
   * Keeps the next piece of a picture or voice note of a complaint that is not sent yet; the first piece begins it, in
   * place of an earlier one of its kind, and whatever another citizen left unsent goes. Repeating a piece changes nothing; `CONFLICT` when pieces are missing before it,
   * or the complaint was sent; `BAD_PICTURE` when the first piece is no picture or no recording, or there are too many.
   */
  addMedia: command
    .input(
      z.strictObject({
        complaintId: identifierSchema,
        mediaId: identifierSchema,
        kind: complaintMediaKindSchema,
        /** The citizen has read what becomes of it and agreed. */
        consent: z.literal(true),
        /** Pieces count from 0. */
        place: z
          .number()
          .int()
          .nonnegative()
          .max(Math.ceil(LARGEST_MEDIA_BYTES / 1_024)),
        piece: z
          .instanceof(Blob)
          .refine(({ size }) => size > 0 && size <= LARGEST_MEDIA_PIECE, 'an empty or too large piece'),
      }),
    )
    .output(emptySchema),
  /** Forgets what is not sent; what is sent stays. */
  dropMedia: command.input(z.strictObject({ mediaId: identifierSchema })).output(emptySchema),
  /** A picture or voice note of a complaint that was sent. */
  media: command
    .input(z.strictObject({ mediaId: identifierSchema }))
    .output(z.object({ bytes: z.instanceof(Blob) })),
  /** Makes the complaint durable under a code of its own, then prints the code. Repeating the id answers the same code. */
  complain: command
    .input(
      z.strictObject({
        id: identifierSchema,
        printJobId: identifierSchema,
        kind: complaintKindSchema,
        text: z.string().trim().max(LONGEST_COMPLAINT),
        /** Whole pictures and voice notes sent before, by id. Without words there must be one. */
        mediaIds: z.array(identifierSchema).max(MOST_MEDIA).default([]),
        language: languageSchema,
      }),
    )
    .output(z.object({ code: complaintCodeSchema, print: printStateSchema })),
  /** What became of a complaint; never its words. `NOT_FOUND` when this station did not give the code. */
  complaint: command.input(z.strictObject({ code: complaintCodeSchema })).output(
    z.object({
      code: complaintCodeSchema,
      kind: complaintKindSchema,
      sentAt: instantSchema,
      answer: z.string().nullable(),
      answeredAt: instantSchema.nullable(),
      /** How far the immigration office is; null while it was not heard of it. */
      office: officeReplySchema.nullable(),
    }),
  ),
  /** The last twelve months that have anything, newest first. */
  months: command.output(z.array(feedbackMonthSchema).max(12)),
  /** Newest first, those without an answer before the others. */
  complaints: command
    .input(pageInputSchema)
    .output(pageSchema(complaintSchema).extend({ open: z.number().int() })),
  /** Writes the answer down, or replaces it. */
  answerComplaint: command
    .input(z.strictObject({ id: identifierSchema, answer: z.string().trim().min(1).max(LONGEST_COMPLAINT) }))
    .output(complaintSchema),
};
