import { z } from 'zod';
import { instantSchema } from '../domain/identifiers.ts';
import { publicKeySchema } from './enrolment.ts';

/**
 * What a technician carries to a kiosk on a USB drive so that it needs no line to begin: it may seal to central at once and
 * enrols with the code when it first can. Payload of a compact JWS (EdDSA) by `signingKey`; the office tells the
 * fingerprint of that key on paper, because a file can only vouch for itself.
 */
export const enrolmentFilePayloadSchema = z.strictObject({
  format: z.literal('anjungan-enrolment'),
  version: z.literal(1),
  /** Where central answers; null where the kiosk will only ever be reached by hand. */
  centralUrl: z.url().nullable(),
  /** One-time code, see `enrolmentRequestSchema`. */
  code: z.string().min(8).max(128),
  /** Id the station has once it is enrolled with this code. */
  stationId: z.string().min(1),
  stationName: z.string().min(1).max(120),
  /** Kemendagri code of the pekon, such as `18.04.04.2002`. */
  villageCode: z.string().max(20).nullable(),
  sealingKey: publicKeySchema,
  signingKey: publicKeySchema,
  issuedAt: instantSchema,
  expiresAt: instantSchema,
});
export type EnrolmentFilePayload = z.infer<typeof enrolmentFilePayloadSchema>;

/** The file: JSON, UTF-8. */
export const enrolmentFileSchema = z.strictObject({ signed: z.string().max(8 * 1024) });
export type EnrolmentFile = z.infer<typeof enrolmentFileSchema>;
