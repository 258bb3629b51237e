import { z } from 'zod';
import { applicationStatusSchema } from '../domain/application-status.ts';
import { instantSchema } from '../domain/identifiers.ts';
import { trackingCodeSchema } from '../domain/tracking-code.ts';

/** Sixteen random bytes, base64url: an old answer cannot be played again. */
export const statusNonceSchema = z.string().regex(/^[A-Za-z0-9_-]{22}$/);

/** Payload of the signed answer (compact JWS by central) to a station that asks after one of its own applications. */
export const statusAnswerSchema = z.strictObject({
  stationId: z.string(),
  nonce: statusNonceSchema,
  trackingCode: trackingCodeSchema,
  /** When central looked. */
  at: instantSchema,
  /** Null while it has not come from this station. */
  found: z
    .strictObject({
      /** The one central has: a correction may still be on its way. */
      revision: z.number().int().positive(),
      status: applicationStatusSchema,
    })
    .nullable(),
});
export type StatusAnswer = z.infer<typeof statusAnswerSchema>;
