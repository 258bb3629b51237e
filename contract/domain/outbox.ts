import { z } from 'zod';
import { rejectionSchema } from '../central/packet.ts';
import { catalogKeySchema, identifierSchema, instantSchema } from './identifiers.ts';
import { sendingSettingsSchema } from './sending.ts';
import { trackingCodeSchema } from './tracking-code.ts';

/** sealed -> core-sent -> sending -> delivered, or quarantined with a reason. */
export const packetStateSchema = z.enum(['sealed', 'core-sent', 'sending', 'delivered', 'quarantined']);
export type PacketState = z.infer<typeof packetStateSchema>;

/** Why a packet is in quarantine: central's own word, `bundle-lost` (its pictures are gone here), or something else. */
export const quarantineReasonSchema = z.enum([...rejectionSchema.options, 'bundle-lost', 'other']);
export type QuarantineReason = z.infer<typeof quarantineReasonSchema>;

/** Which packets to list: `waiting` are those not under way. */
export const outboxShowSchema = z.enum(['all', 'waiting', 'sending', 'delivered', 'quarantined']);
export type OutboxShow = z.infer<typeof outboxShowSchema>;

export const outboxItemSchema = z.strictObject({
  packetId: identifierSchema,
  trackingCode: trackingCodeSchema,
  serviceKey: catalogKeySchema,
  state: packetStateSchema,
  byteLength: z.number().int().nonnegative(),
  /** As far as the station knows; after a restart it learns it again from central. */
  sentBytes: z.number().int().nonnegative(),
  reason: quarantineReasonSchema.nullable(),
  /** Attempts that failed. */
  attempts: z.number().int().nonnegative(),
  /** When it is tried again by itself; null when that is not planned or it is under way. */
  nextAttemptAt: instantSchema.nullable(),
  createdAt: instantSchema,
  deliveredAt: instantSchema.nullable(),
});
export type OutboxItem = z.infer<typeof outboxItemSchema>;

export const lineStateSchema = z.enum(['unknown', 'up', 'down']);
export type LineState = z.infer<typeof lineStateSchema>;

/**
 * Why nothing goes out although something waits.
 *
 * - `quiet-hours`, `budget-spent`: as the settings say
 * - `not-enrolled`: the kiosk was not admitted by central, or was not told where it is
 * - `revoked`: the office has revoked the kiosk and must enrol it again
 * - `no-line`: central cannot be reached
 * - `central-refuses`: central answers, and not with what is needed
 * - `waiting-for-try`: what waits failed before and is tried again by itself
 */
export const sendingHoldSchema = z.strictObject({
  reason: z.enum([
    'quiet-hours',
    'budget-spent',
    'not-enrolled',
    'revoked',
    'no-line',
    'central-refuses',
    'waiting-for-try',
  ]),
  /** When it goes on by itself, as far as that is known. */
  until: instantSchema.nullable(),
});
export type SendingHold = z.infer<typeof sendingHoldSchema>;

/**
 * Why the kiosk is not admitted by central.
 *
 * - `file-unreadable`, `file-tampered`, `file-expired`: the enrolment file is none, was changed, or is too old
 * - `file-other-office`: its key is not the one whose fingerprint the office told
 * - `enrolled-elsewhere`: this kiosk already belongs to another central or under another name
 * - `code-refused`: central does not know the code, or another kiosk has used it
 * - `station-revoked`: the office has revoked it and must enrol it again
 * - `other-central`: what answers is not the central the file speaks of
 */
export const enrolmentProblemSchema = z.enum([
  'file-unreadable',
  'file-tampered',
  'file-expired',
  'file-other-office',
  'enrolled-elsewhere',
  'code-refused',
  'station-revoked',
  'other-central',
]);
export type EnrolmentProblem = z.infer<typeof enrolmentProblemSchema>;

export const outboxSummarySchema = z.strictObject({
  waiting: z.number().int().nonnegative(),
  /** Those of `waiting` that are under way. */
  underWay: z.number().int().nonnegative(),
  /** Bytes that still have to go, as far as the station knows. */
  waitingBytes: z.number().int().nonnegative(),
  delivered: z.number().int().nonnegative(),
  quarantined: z.number().int().nonnegative(),
  sending: z.boolean(),
  line: lineStateSchema,
  /** Last time central answered anything. */
  lastContactAt: instantSchema.nullable(),
  oldestWaitingAt: instantSchema.nullable(),
  /** Next try by itself, when waiting to try again. */
  nextTryAt: instantSchema.nullable(),
  lastProblem: z.string().nullable(),
  enrolmentProblem: enrolmentProblemSchema.nullable(),
  /** Null when something goes out, or nothing waits. */
  hold: sendingHoldSchema.nullable(),
  /** Bytes a second, measured on this line since the start; null before enough was sent to tell. */
  bytesPerSecond: z.number().positive().nullable(),
  /** Seconds until all that waits has gone at that rate; null without a measure or with nothing waiting. */
  secondsLeft: z.number().nonnegative().nullable(),
  settings: sendingSettingsSchema,
  /** When the office set them; null when they were set at the kiosk since, or by nobody. */
  settingsReceivedAt: instantSchema.nullable(),
  /** End of the quiet hours it is in; null outside them. */
  quietUntil: instantSchema.nullable(),
  /** Bytes sent since midnight WIB and since the month began, headers included. */
  sentToday: z.number().int().nonnegative(),
  sentThisMonth: z.number().int().nonnegative(),
  /** Pictures and voice notes of complaints: how many wait, and how many central will not have, which stay here. */
  media: z.strictObject({
    waiting: z.number().int().nonnegative(),
    refused: z.number().int().nonnegative(),
  }),
});
export type OutboxSummary = z.infer<typeof outboxSummarySchema>;
