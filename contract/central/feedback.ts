import { z } from 'zod';
import { complaintMediaSchema, complaintSchema, LARGEST_MEDIA_BYTES } from '../domain/complaint.ts';
import { identifierSchema, instantSchema } from '../domain/identifiers.ts';
import { satisfactionScoreSchema, surveyAnswersSchema } from '../domain/satisfaction.ts';
import {
  acknowledgedSchema,
  LARGEST_SEALED_CHARACTERS,
  rejectedSchema,
  sealedBundleSchema,
  sha256Schema,
} from './packet.ts';

/** `2026-11`, in WIB. */
const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/** Nonce and tag come to the bytes themselves (see `packetContentSchema`). */
const mediaBundleSchema = sealedBundleSchema.refine(
  ({ byteLength }) => byteLength > 12 + 16 && byteLength <= LARGEST_MEDIA_BYTES + 12 + 16,
);

/** One thing a citizen said at a kiosk. Ratings and surveys are nobody's; a complaint holds what its writer chose to write. */
export const feedbackItemSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('rating'),
    id: identifierSchema,
    revision: z.literal(1),
    month: monthSchema,
    score: satisfactionScoreSchema,
  }),
  z.strictObject({
    kind: z.literal('survey'),
    id: identifierSchema,
    revision: z.literal(1),
    month: monthSchema,
    answers: surveyAnswersSchema,
  }),
  z.strictObject({
    kind: z.literal('complaint'),
    id: identifierSchema,
    /** Rises when the village hall answers, or answers again. */
    revision: z.number().int().positive(),
    /** As it stands at the kiosk, without what the office said of it. */
    complaint: complaintSchema.omit({ id: true, office: true }),
  }),
  /**
   * Announces the bytes of a picture or voice note. They travel as the bundle of a packet with this very id (`bundle-upload.ts`), one
   * AES-256-GCM ciphertext, and the acknowledgement of them names the complaint as the application, revision 1 and the ciphertext's hash.
   */
  z.strictObject({
    kind: z.literal('media'),
    id: identifierSchema,
    revision: z.literal(1),
    complaintId: identifierSchema,
    contentType: complaintMediaSchema.shape.contentType,
    bundle: mediaBundleSchema,
  }),
]);
export type FeedbackItem = z.infer<typeof feedbackItemSchema>;

/** Which item, in which revision. */
export const feedbackNameSchema = z.strictObject({
  kind: z.enum(['rating', 'survey', 'complaint', 'media']),
  id: identifierSchema,
  revision: z.number().int().positive(),
});
export type FeedbackName = z.infer<typeof feedbackNameSchema>;

/** Most items in one packet. Twenty complaints of a thousand letters stay below `LARGEST_SEALED_CHARACTERS`; a packet ends there too. */
export const LARGEST_FEEDBACK = 100;
/** Most packets in one request, and in one carried file. */
export const MOST_FEEDBACK_PACKETS = 20;

/**
 * What the station signs and seals, exactly as the content of a packet. It has no counter: an item is there once by its id, and an older revision
 * changes nothing, so that sending anything again is harmless.
 */
export const feedbackContentSchema = z.strictObject({
  packetId: identifierSchema,
  stationId: z.string().min(1),
  items: z.array(feedbackItemSchema).min(1).max(LARGEST_FEEDBACK),
});
export type FeedbackContent = z.infer<typeof feedbackContentSchema>;

/** As it travels. */
export const feedbackPacketSchema = z.strictObject({
  packetId: identifierSchema,
  /** Of the characters of `sealed`. */
  sha256: sha256Schema,
  /** Compact JWE. */
  sealed: z.string().min(1).max(LARGEST_SEALED_CHARACTERS),
});
export type FeedbackPacket = z.infer<typeof feedbackPacketSchema>;

/** Payload of the acknowledgement, a compact JWS by central: these items are kept, each in this revision or a newer one. */
export const feedbackReceiptSchema = z.strictObject({
  packetId: identifierSchema,
  sha256: sha256Schema,
  stationId: z.string(),
  receivedAt: instantSchema,
  items: z.array(feedbackNameSchema).max(LARGEST_FEEDBACK),
});
export type FeedbackReceipt = z.infer<typeof feedbackReceiptSchema>;

export const feedbackAnswerSchema = z.discriminatedUnion('outcome', [acknowledgedSchema, rejectedSchema]);
export type FeedbackAnswer = z.infer<typeof feedbackAnswerSchema>;
