import { OpenAPIHandler } from '@orpc/openapi/fetch';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { clientAddress } from '../limits/client-address.ts';
import { limitByAddress, tooMany } from '../limits/limit-by-address.ts';
import { createMetricsRoute } from '../observation/metrics-route.ts';
import { observe, type RequestRecord } from '../observation/observe.ts';
import { routeName } from '../observation/route-name.ts';
import { createPages, type PagesParts } from '../pages/pages.ts';
import { createUploads } from '../uploads/receive-upload.ts';
import { type BundleRouteParts, createBundleRoute } from './bundle-route.ts';
import { createOpenApiRoute } from './open-api.ts';
import { createRouter, type RouterParts } from './router.ts';

/** Fifty cores of 64 kB and their envelopes. */
const LARGEST_JSON_BYTES = 4 * 1024 * 1024;

export interface ApplicationParts extends RouterParts, PagesParts, Omit<BundleRouteParts, 'uploads'> {
  /** Told of every failure that is ours, with no personal data in it. */
  readonly onFailure: (error: unknown, path: string) => void;
  readonly onRequest: (record: RequestRecord) => void;
  /** Who may read the metrics from elsewhere; null keeps them on this machine. */
  readonly metricsToken: string | null;
}

/** Everything central answers over HTTP. */
export function createApplication(parts: ApplicationParts): Hono {
  const { limits, metrics, door, behindProxy } = parts;
  const application = new Hono();
  application.use(observe(metrics, parts.onRequest));
  application.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'"],
        mediaSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
      referrerPolicy: 'same-origin',
      xFrameOptions: 'DENY',
    }),
  );
  application.onError((error, context) => {
    parts.onFailure(error, routeName(context.req.path));
    return context.json({ code: 'INTERNAL_SERVER_ERROR' }, 500);
  });

  const uploads = createUploads(parts.database, parts.reception, parts.now);
  application.route('/', createMetricsRoute(metrics, parts.metricsToken));
  application.route('/', createOpenApiRoute());
  application.route('/', createBundleRoute({ ...parts, uploads }));
  const handler = new OpenAPIHandler(createRouter(parts));
  application.use(
    '/v1/*',
    bodyLimit({
      maxSize: LARGEST_JSON_BYTES,
      onError: (context) => context.json({ code: 'PAYLOAD_TOO_LARGE' }, 413),
    }),
  );
  application.use('/v1/status/*', limitByAddress(limits.lookUp, behindProxy));
  application.use('/v1/enrolments', limitByAddress(limits.enrol, behindProxy));
  application.all('/v1/*', async (context) => {
    const authorization = context.req.header('authorization');
    const admission =
      authorization === undefined ? null : await door(authorization, clientAddress(context, behindProxy));
    if (admission && 'seconds' in admission) return tooMany(context, admission.seconds);
    const station = admission && 'station' in admission ? admission.station : null;
    const isRevoked = admission !== null && 'refused' in admission && admission.refused === 'revoked';
    const { response } = await handler.handle(context.req.raw, { context: { station, isRevoked } });
    return response ?? context.json({ code: 'NOT_FOUND' }, 404);
  });
  application.route('/', createPages(parts));
  return application;
}
