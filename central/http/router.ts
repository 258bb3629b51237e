import { implement, ORPCError } from '@orpc/server';
import { centralContract } from '../../contract/central/contract.ts';
import type { FeedbackAnswer } from '../../contract/central/feedback.ts';
import type { StatusAnswer } from '../../contract/central/status-answer.ts';
import { catalogInForce } from '../catalog/catalogs.ts';
import type { Database } from '../database/database.ts';
import { changesAfter } from '../downlink/changes.ts';
import { statusOf } from '../downlink/status-of.ts';
import { receiveFeedback } from '../feedback/receive-feedback.ts';
import { type CentralKeys, publicHalf } from '../keys/central-keys.ts';
import { signPayload } from '../keys/sign.ts';
import type { Metrics } from '../observation/metrics.ts';
import { missingPackets } from '../packets/missing-packets.ts';
import type { Reception } from '../packets/receive-packet.ts';
import { findPublicStatus } from '../public/public-status.ts';
import { enrolStation } from '../stations/enrolments.ts';
import type { CallingStation } from '../stations/stations.ts';

export interface CallContext {
  /** Who asks, where it has proved itself. */
  readonly station: CallingStation | null;
  /** It has proved itself and is not one of ours any more. */
  readonly isRevoked: boolean;
}

export interface RouterParts {
  readonly database: Database;
  readonly keys: CentralKeys;
  readonly reception: Reception;
  readonly metrics: Metrics;
  readonly now: () => number;
}

/** Central's side of `contract/central/contract.ts`. */
export function createRouter({ database, keys, reception, metrics, now }: RouterParts) {
  const os = implement(centralContract).$context<CallContext>();

  function stationOf({ station, isRevoked }: CallContext): CallingStation {
    if (isRevoked) throw new ORPCError('STATION_REVOKED', { defined: true, status: 403 });
    if (!station) throw new ORPCError('STATION_UNKNOWN', { defined: true, status: 401 });
    return station;
  }

  return os.router({
    health: os.health.handler(async () => {
      await database.query('SELECT 1');
      return { ok: true };
    }),
    enrol: os.enrol.handler(async ({ input, errors }) => {
      const stationId = await enrolStation(database, input, now());
      if (stationId === null) throw errors.CODE_REFUSED();
      return { stationId, sealingKey: publicHalf(keys.sealing), signingKey: publicHalf(keys.signing) };
    }),
    sendBatch: os.sendBatch.handler(async ({ input, context }) => {
      const station = stationOf(context);
      const answers = await reception.receiveCores(input.packets, station);
      for (const answer of answers)
        metrics.packet(answer.outcome, answer.outcome === 'rejected' ? answer.reason : '');
      return { answers };
    }),
    sendFeedback: os.sendFeedback.handler(async ({ input, context }) => {
      const station = stationOf(context);
      const answers: FeedbackAnswer[] = [];
      for (const packet of input.packets)
        answers.push(await receiveFeedback({ database, keys, now }, packet, station));
      return { answers };
    }),
    missing: os.missing.handler(async ({ input, context }) => {
      const station = stationOf(context);
      return { missing: await missingPackets(database, station.id, input.packetIds) };
    }),
    changes: os.changes.handler(async ({ input, context }) => {
      const { id: stationId, receivingKey } = stationOf(context);
      const changes = await changesAfter(database, {
        stationId,
        receivingKey,
        cursor: input.cursor,
        now: now(),
      });
      return { signed: await signPayload(changes, keys.signing) };
    }),
    statusOf: os.statusOf.handler(async ({ input, context }) => {
      const { id: stationId } = stationOf(context);
      const { trackingCode, nonce } = input;
      const found = await statusOf(database, stationId, trackingCode);
      const answer: StatusAnswer = { stationId, nonce, trackingCode, at: now(), found };
      return { signed: await signPayload(answer, keys.signing) };
    }),
    status: os.status.handler(async ({ input, errors }) => {
      const status = await findPublicStatus(database, input.trackingCode, now());
      if (!status) throw errors.NOT_FOUND();
      const { trackingCode, service, stage, explanation, since } = status;
      return { trackingCode, service, stage, explanation, since };
    }),
    catalog: os.catalog.handler(async () => ({
      signed: await signPayload(await catalogInForce(database, now()), keys.signing),
    })),
  });
}
