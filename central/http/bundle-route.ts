import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import {
  COMPLETE,
  INCOMPLETE,
  readUploadOffset,
  UPLOAD_COMPLETE,
  UPLOAD_OFFSET,
} from '../../contract/central/bundle-upload.ts';
import { identifierSchema } from '../../contract/domain/identifiers.ts';
import { clientAddress } from '../limits/client-address.ts';
import { tooMany } from '../limits/limit-by-address.ts';
import type { Metrics } from '../observation/metrics.ts';
import type { StationDoor } from '../stations/station-door.ts';
import type { Station } from '../stations/stations.ts';
import { readEagerly } from '../uploads/eager-body.ts';
import type { Uploads } from '../uploads/receive-upload.ts';
import { tellArrival } from '../uploads/tell-arrival.ts';

export interface BundleRouteParts {
  readonly uploads: Uploads;
  readonly door: StationDoor;
  readonly metrics: Metrics;
  readonly behindProxy: boolean;
  readonly now: () => number;
}

/** `HEAD` and `PATCH` of `bundlePath` in the contract. */
export function createBundleRoute({ uploads, door, metrics, behindProxy, now }: BundleRouteParts) {
  const route = new Hono<{ Bindings: HttpBindings }>();

  /** Answers for the station and packet a request names, or refuses it. */
  async function forUpload(
    context: Context,
    answer: (packetId: string, station: Station) => Promise<Response>,
  ): Promise<Response> {
    const admission = await door(context.req.header('authorization'), clientAddress(context, behindProxy));
    if ('refused' in admission) {
      if (admission.refused === 'too-many') return tooMany(context, admission.seconds);
      return admission.refused === 'revoked'
        ? context.json({ code: 'STATION_REVOKED' }, 403)
        : context.json({ code: 'STATION_UNKNOWN' }, 401);
    }
    const id = identifierSchema.safeParse(context.req.param('id'));
    return id.success ? await answer(id.data, admission.station) : context.json({ code: 'NOT_FOUND' }, 404);
  }

  // A HEAD request is routed as the GET it stands for.
  route.get('/v1/packets/:id/bundle', (context) =>
    forUpload(context, async (packetId, station) => {
      const state = await uploads.state(packetId, station);
      if (state === null) return context.json({ code: 'NOT_FOUND' }, 404);
      return context.body(null, 204, {
        [UPLOAD_OFFSET]: String(state.offset),
        [UPLOAD_COMPLETE]: state.complete ? COMPLETE : INCOMPLETE,
      });
    }),
  );
  route.patch('/v1/packets/:id/bundle', async (context) => {
    const { incoming, outgoing } = context.env;
    const arrived = tellArrival(outgoing, now);
    const body = readEagerly(incoming, (bytes) => {
      metrics.bundleBytes(bytes);
      arrived();
    });
    try {
      return await forUpload(context, async (packetId, station) => {
        const offset = readUploadOffset(context.req.header(UPLOAD_OFFSET));
        if (offset === null) return context.json({ code: 'BAD_REQUEST' }, 400);
        const answer = await uploads.append({ packetId, station, offset, body });
        if (answer === null) return context.json({ code: 'NOT_FOUND' }, 404);
        metrics.packet(answer.outcome, answer.outcome === 'rejected' ? answer.reason : '');
        return context.json(answer, answer.outcome === 'bundle-wanted' ? 409 : 200);
      });
    } finally {
      body.release();
    }
  });
  return route;
}
