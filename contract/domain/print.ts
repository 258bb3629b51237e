import { z } from 'zod';
import { identifierSchema, instantSchema } from './identifiers.ts';

/**
 * The print ledger's word on one paper.
 * `uncertain`: bytes went out and no proof came back; the officer is asked once and nothing prints by itself.
 */
export const printStateSchema = z.enum(['waiting', 'printing', 'printed', 'uncertain', 'not-printed']);
export type PrintState = z.infer<typeof printStateSchema>;

export const printProblemSchema = z.enum([
  'printer-absent',
  'paper-out',
  'cover-open',
  'cutter',
  'overheated',
  'hardware',
  'offline',
  'held-elsewhere',
  'denied',
  'unplugged',
  'silent',
  'stalled',
  'busy',
  'station-restarted',
  'error',
]);
export type PrintProblem = z.infer<typeof printProblemSchema>;

export const printJobSchema = z.strictObject({
  id: identifierSchema,
  kind: z.enum(['ticket', 'receipt', 'test', 'slip']),
  /** The ticket or application the paper is about. */
  subjectId: identifierSchema,
  /** `A-012` or the tracking code. */
  label: z.string(),
  state: printStateSchema,
  problem: printProblemSchema.nullable(),
  /** 1 for the first paper, 2 and up for reprints. */
  copy: z.number().int().positive(),
  /** Why it was printed again, typed or chosen by the officer. */
  reprintReason: z.string().max(200).nullable(),
  createdAt: instantSchema,
  finishedAt: instantSchema.nullable(),
});
export type PrintJob = z.infer<typeof printJobSchema>;
