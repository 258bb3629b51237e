import { z } from 'zod';
import {
  complaintCodeSchema,
  complaintKindSchema,
  complaintSchema,
  LONGEST_COMPLAINT,
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
  /** Makes the complaint durable under a code of its own, then prints the code. Repeating the id answers the same code. */
  complain: command
    .input(
      z.strictObject({
        id: identifierSchema,
        printJobId: identifierSchema,
        kind: complaintKindSchema,
        text: z.string().trim().min(1).max(LONGEST_COMPLAINT),
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
