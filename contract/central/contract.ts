import { oc } from '@orpc/contract';
import { z } from 'zod';
import { identifierSchema, instantSchema } from '../domain/identifiers.ts';
import { localizedSchema } from '../domain/localized.ts';
import { trackingCodeSchema } from '../domain/tracking-code.ts';
import { enrolmentAnswerSchema, enrolmentRequestSchema } from './enrolment.ts';
import { feedbackAnswerSchema, feedbackPacketSchema, MOST_FEEDBACK_PACKETS } from './feedback.ts';
import { LARGEST_BATCH, LARGEST_QUESTION, packetAnswerSchema, packetCoreSchema } from './packet.ts';
import { statusNonceSchema } from './status-answer.ts';

/** `STATION_REVOKED`: it was one of ours; it goes on once the office has enrolled it again. */
const stationErrors = { STATION_UNKNOWN: { status: 401 }, STATION_REVOKED: { status: 403 } } as const;

/**
 * HTTP interface of central. A station proves itself with `Authorization: Bearer <compact JWS>` over `{ stationId, nonce,
 * receivingKey }` by its enrolled key; no clock is involved because a kiosk's clock cannot be trusted. `receivingKey` is the
 * X25519 key central seals to for it; without it the station is told no officers and no settings.
 */
export const centralContract = {
  health: oc.route({ method: 'GET', path: '/v1/health' }).output(z.object({ ok: z.literal(true) })),
  enrol: oc
    .route({ method: 'POST', path: '/v1/enrolments' })
    .errors({ CODE_REFUSED: { status: 403 } })
    .input(enrolmentRequestSchema)
    .output(enrolmentAnswerSchema),
  /** Idempotent: the same packets give the same answers. One bad packet never stops the others. */
  sendBatch: oc
    .route({ method: 'POST', path: '/v1/batches' })
    .errors(stationErrors)
    .input(z.strictObject({ packets: z.array(packetCoreSchema).min(1).max(LARGEST_BATCH) }))
    .output(z.strictObject({ answers: z.array(packetAnswerSchema) })),
  /** What citizens said, idempotent by item: see `feedback.ts`. */
  sendFeedback: oc
    .route({ method: 'POST', path: '/v1/feedback' })
    .errors(stationErrors)
    .input(z.strictObject({ packets: z.array(feedbackPacketSchema).min(1).max(MOST_FEEDBACK_PACKETS) }))
    .output(z.strictObject({ answers: z.array(feedbackAnswerSchema) })),
  /**
   * Which of these, acknowledged before, central does not have whole: all is well when none is named. A central that was
   * restored from a backup has lost what came after it, and its station sends that again.
   */
  missing: oc
    .route({ method: 'POST', path: '/v1/missing-packets' })
    .errors(stationErrors)
    .input(z.strictObject({ packetIds: z.array(identifierSchema).min(1).max(LARGEST_QUESTION) }))
    .output(z.strictObject({ missing: z.array(identifierSchema) })),
  /** `signed` is a compact JWS whose payload is `Changes`. */
  changes: oc
    .route({ method: 'GET', path: '/v1/changes' })
    .errors(stationErrors)
    .input(z.object({ cursor: z.string().max(100).default('') }))
    .output(z.strictObject({ signed: z.string() })),
  /** One application of this station, now. `signed` is a compact JWS whose payload is `StatusAnswer`. */
  statusOf: oc
    .route({ method: 'GET', path: '/v1/applications/{trackingCode}' })
    .errors(stationErrors)
    .input(z.object({ trackingCode: trackingCodeSchema, nonce: statusNonceSchema }))
    .output(z.strictObject({ signed: z.string() })),
  /** Public and masked: no name, no number. */
  status: oc
    .route({ method: 'GET', path: '/v1/status/{trackingCode}' })
    .errors({ NOT_FOUND: { status: 404 } })
    .input(z.object({ trackingCode: trackingCodeSchema }))
    .output(
      z.object({
        trackingCode: trackingCodeSchema,
        service: localizedSchema,
        stage: localizedSchema,
        explanation: localizedSchema,
        since: instantSchema,
      }),
    ),
  /** `signed` is a compact JWS whose payload is the catalog. */
  catalog: oc.route({ method: 'GET', path: '/v1/catalog' }).output(z.strictObject({ signed: z.string() })),
};
export type CentralContract = typeof centralContract;
