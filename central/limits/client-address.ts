import { isIP } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** One subscriber is given at least this much of IPv6 (RFC 6177), so a single address of it is no limit. */
const SUBSCRIBER_GROUPS = 4;

/** The address, or for IPv6 the /64 it is in. */
export function limitedPart(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '').replace(/%.*$/, '');
  if (isIP(plain) !== 6) return plain;
  const [head = '', tail] = plain.split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail ? tail.split(':') : [];
  const zeros =
    tail === undefined ? [] : Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0');
  return [...front, ...zeros, ...back].slice(0, SUBSCRIBER_GROUPS).join(':');
}

/**
 * Who asks. Behind a proxy it is what the proxy added last to `X-Forwarded-For`; without one that header is only a claim.
 * Never logged.
 */
export function clientAddress(context: Context, behindProxy: boolean): string {
  const forwarded = behindProxy
    ? context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
    : undefined;
  if (forwarded !== undefined && isIP(forwarded) !== 0) return limitedPart(forwarded);
  return limitedPart(getConnInfo(context).remote.address ?? '');
}
