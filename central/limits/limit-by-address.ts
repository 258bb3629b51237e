import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { clientAddress } from './client-address.ts';
import type { Take } from './rate-limiter.ts';

/** 429 with `Retry-After` (RFC 9110 §10.2.3, RFC 6585 §4). */
export function tooMany(context: Context, seconds: number): Response {
  context.header('retry-after', String(seconds));
  context.header('cache-control', 'no-store');
  return context.json({ code: 'TOO_MANY_REQUESTS' }, 429);
}

/** Lets requests of one address pass at the pace of `take`. */
export function limitByAddress(
  take: Take,
  behindProxy: boolean,
  answer: (context: Context, seconds: number) => Response | Promise<Response> = tooMany,
) {
  return createMiddleware(async (context, next) => {
    const seconds = take(clientAddress(context, behindProxy));
    if (seconds > 0) return await answer(context, seconds);
    return await next();
  });
}
