import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { instantSchema } from '../domain/identifiers.ts';
import { command } from './base.ts';

/** A USB drive on which a file may be written, or the virtual one of practice mode. */
export const driveSchema = z.object({
  /** Means something to the station alone. */
  key: z.string().min(1).max(100),
  /** Name of the drive as its owner knows it. */
  label: z.string(),
  freeBytes: z.number().int().nonnegative(),
  totalBytes: z.number().int().nonnegative(),
  isWritable: z.boolean(),
  isVirtual: z.boolean(),
});
export type Drive = z.infer<typeof driveSchema>;

export const carryOverviewSchema = z.object({
  drives: z.array(driveSchema),
  /** Applications that are not at central yet, and the bytes of a file of them. */
  waiting: z.number().int().nonnegative(),
  waitingBytes: z.number().int().nonnegative(),
  /** The newest file that was written; null before the first. */
  lastFile: z
    .object({
      number: z.number().int().positive(),
      packets: z.number().int().nonnegative(),
      savedAt: instantSchema,
      /** When central's reply to it, or to a newer one, was read. */
      repliedAt: instantSchema.nullable(),
    })
    .nullable(),
});
export type CarryOverview = z.infer<typeof carryOverviewSchema>;

/**
 * Why nothing was written; whatever was begun is removed again.
 *
 * - `nothing-waiting`: the kiosk was never enrolled, so nothing can be for the office
 * - `no-drive`: it is not plugged in
 * - `drive-full`, `drive-read-only`
 * - `drive-gone`: it was pulled out, or does not answer any more
 * - `drive-failed`: it refused for another reason
 * - `read-back-differs`: what the drive gave back is not what was written; it must not be trusted
 * - `busy`: another file is being written
 */
export const carryProblemSchema = z.enum([
  'nothing-waiting',
  'no-drive',
  'drive-full',
  'drive-read-only',
  'drive-gone',
  'drive-failed',
  'read-back-differs',
  'busy',
]);
export type CarryProblem = z.infer<typeof carryProblemSchema>;

const fractionSchema = z.number().min(0).max(1);

export const carryNewsSchema = z.discriminatedUnion('step', [
  z.object({ step: z.literal('preparing'), fraction: fractionSchema }),
  z.object({ step: z.literal('writing'), fraction: fractionSchema }),
  /** Reads the file back and compares. */
  z.object({ step: z.literal('checking'), fraction: fractionSchema }),
  z.object({
    step: z.literal('done'),
    fileName: z.string(),
    /** None in a file that only asks what is new. */
    packets: z.number().int().nonnegative(),
    byteLength: z.number().int().positive(),
    /** Applications that found no room in this file. */
    left: z.number().int().nonnegative(),
  }),
  z.object({ step: z.literal('failed'), reason: carryProblemSchema }),
]);
export type CarryNews = z.infer<typeof carryNewsSchema>;

/** Why a reply changed nothing. */
export const replyProblemSchema = z.enum([
  'not-a-reply',
  'truncated',
  /** It is not as central signed it. */
  'tampered',
  /** It answers another kiosk. */
  'wrong-station',
  /** A reply to a newer file was read before. */
  'older',
  'newer-version',
  'unreadable',
]);
export type ReplyProblem = z.infer<typeof replyProblemSchema>;

/** What a reply brought beside its answers, taken over in one go or not at all. */
export const carriedNewsSchema = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('applied'),
    statuses: z.number().int().nonnegative(),
    /** Complaints of which the office said something. */
    complaints: z.number().int().nonnegative(),
    catalogs: z.number().int().nonnegative(),
    officers: z.boolean(),
    settings: z.boolean(),
  }),
  /** There was none. */
  z.object({ outcome: z.literal('none') }),
  /** The kiosk has heard newer things since it wrote the file. */
  z.object({ outcome: z.literal('older') }),
  /** It is not what central would have said to this kiosk. */
  z.object({ outcome: z.literal('not-understood') }),
]);
export type CarriedNews = z.infer<typeof carriedNewsSchema>;

export const readReplySchema = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('received'),
    fileName: z.string(),
    number: z.number().int().positive(),
    /** Applications known as delivered or refused by this reply and not before; a refused one is put aside with its reason. */
    delivered: z.number().int().nonnegative(),
    rejected: z.number().int().nonnegative(),
    news: carriedNewsSchema,
  }),
  /** It was read before; nothing changes. */
  z.object({
    outcome: z.literal('replayed'),
    fileName: z.string(),
    number: z.number().int().positive(),
  }),
  z.object({ outcome: z.literal('refused'), fileName: z.string(), reason: replyProblemSchema }),
]);
export type ReadReply = z.infer<typeof readReplySchema>;

/** The upload without any line: files on a USB drive. */
export const handCarryContract = {
  overview: command.output(carryOverviewSchema),
  /** A stream that ends by itself with `done` or `failed`; when the face closes it, nothing stays on the drive. */
  save: command
    .input(z.strictObject({ driveKey: z.string().max(100) }))
    .output(eventIterator(carryNewsSchema)),
  /** Reads every reply on a drive, oldest first. `NOT_FOUND` when the drive is gone. */
  readReplies: command
    .input(z.strictObject({ driveKey: z.string().max(100) }))
    .output(z.object({ replies: z.array(readReplySchema) })),
};
