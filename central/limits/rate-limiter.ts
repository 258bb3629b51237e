export interface Rate {
  /** How many may come at once after a quiet time. */
  readonly burst: number;
  readonly perSecond: number;
}

/** Seconds to wait until the next one is allowed; 0 when this one is. */
export type Take = (key: string) => number;

/** A fraction of a token is still none: rounding must not turn a refusal into "wait 0 seconds". */
const SHORTEST_WAIT_SECONDS = 1;

/**
 * Token buckets, one for each key, of one copy of central. Memory is bounded: beyond `keys` the one that has not been seen
 * for the longest time is forgotten, which gives it a full bucket again.
 */
export function createRateLimiter(rate: Rate, now: () => number, keys = 20_000): Take {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return (key) => {
    const at = now();
    const bucket = buckets.get(key) ?? { tokens: rate.burst, at };
    // A clock that was put back gives nothing and takes nothing.
    const seconds = Math.max(0, at - bucket.at) / 1_000;
    const tokens = Math.min(rate.burst, bucket.tokens + seconds * rate.perSecond);
    buckets.delete(key);
    buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at });
    const oldest = buckets.size > keys ? buckets.keys().next() : null;
    if (oldest?.done === false) buckets.delete(oldest.value);
    if (tokens >= 1) return 0;
    return Math.max(SHORTEST_WAIT_SECONDS, Math.ceil((1 - tokens) / rate.perSecond));
  };
}
