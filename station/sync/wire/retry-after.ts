/** No answer of central may silence a station for longer: a proxy that says "tomorrow" must not be obeyed. */
const LONGEST_MS = 15 * 60_000;

/** Milliseconds asked for by `Retry-After` in seconds (RFC 9110 §10.2.3). The date form is ignored: our clock may be wrong. */
export function readRetryAfter(header: string | undefined): number | undefined {
  if (header === undefined || !/^\d{1,9}$/.test(header)) return undefined;
  return Math.min(Number(header) * 1_000, LONGEST_MS);
}
