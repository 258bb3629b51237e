import { z } from 'zod';
import { identifierSchema } from '../domain/identifiers.ts';
import { printJobSchema } from '../domain/print.ts';
import { command, pageInputSchema, pageSchema } from './base.ts';

export const printingContract = {
  jobs: command.input(pageInputSchema).output(pageSchema(printJobSchema)),
  job: command.input(z.strictObject({ jobId: identifierSchema })).output(printJobSchema),
  /** Jobs the officer must answer for or act on: uncertain, or not printed. */
  open: command.output(z.array(printJobSchema).max(20)),
  /** The officer looked at the printer: the paper came out, or it did not (then it prints once more as the same copy). */
  answerUncertain: command
    .input(z.strictObject({ jobId: identifierSchema, cameOut: z.boolean() }))
    .output(printJobSchema),
  /** Tries a `not-printed` job again. */
  retry: command.input(z.strictObject({ jobId: identifierSchema })).output(printJobSchema),
  /** A further copy, with a reason kept in the ledger. */
  reprint: command
    .input(
      z.strictObject({
        jobId: identifierSchema,
        newJobId: identifierSchema,
        reason: z.string().min(1).max(200),
      }),
    )
    .output(printJobSchema),
};
