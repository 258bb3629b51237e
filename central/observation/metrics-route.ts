import { createHash, timingSafeEqual } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import { type Context, Hono } from 'hono';
import type { Metrics } from './metrics.ts';

function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}

/** Asked on this very machine and not passed on by a proxy. */
function isLocal(context: Context): boolean {
  const address = getConnInfo(context).remote.address ?? '';
  return /^(127\.|::1$|::ffff:127\.)/.test(address) && context.req.header('x-forwarded-for') === undefined;
}

/** `GET /metrics`: with the token as bearer where there is one, otherwise from this machine alone. */
export function createMetricsRoute(metrics: Metrics, token: string | null): Hono {
  const route = new Hono();
  route.get('/metrics', async (context) => {
    const given = /^Bearer (.+)$/.exec(context.req.header('authorization') ?? '')?.[1] ?? '';
    if (!(token === null ? isLocal(context) : isSame(given, token))) return context.notFound();
    return context.body(await metrics.text(), 200, { 'content-type': metrics.contentType });
  });
  return route;
}
