import { z } from 'zod';

/** Public half of an Ed25519 or X25519 key (RFC 8037). */
export const publicKeySchema = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.enum(['Ed25519', 'X25519']),
  x: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});
export type PublicKey = z.infer<typeof publicKeySchema>;

export const enrolmentRequestSchema = z.strictObject({
  /** One-time code issued by central. */
  code: z.string().min(8).max(128),
  stationName: z.string().min(1).max(120),
  signingKey: publicKeySchema,
});
export type EnrolmentRequest = z.infer<typeof enrolmentRequestSchema>;

/** What the station pins. */
export const enrolmentAnswerSchema = z.strictObject({
  stationId: z.string(),
  /** Packets are sealed to this key (X25519). */
  sealingKey: publicKeySchema,
  /** Acknowledgements and changes are signed by this key (Ed25519). */
  signingKey: publicKeySchema,
});
export type EnrolmentAnswer = z.infer<typeof enrolmentAnswerSchema>;
