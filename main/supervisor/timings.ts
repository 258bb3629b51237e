/** All in milliseconds, except counts. */
export interface Timings {
  /** Fork to `hello`: only the module is loaded in it. */
  readonly hello: number;
  /** `start` to `ready`. */
  readonly ready: number;
  readonly heartbeat: number;
  /** Pings in a row that may stay unanswered. */
  readonly unanswered: number;
  readonly firstBackoff: number;
  readonly longestBackoff: number;
  /** Running this long forgets earlier failures. */
  readonly stable: number;
  /** `stop` to kill. */
  readonly grace: number;
}

export const defaultTimings: Timings = {
  // A cold, slow disk with a virus scanner has been seen to need ten seconds for native modules.
  hello: 30_000,
  // Migrations and the quick check of a database of several GB run before `ready`.
  ready: 180_000,
  heartbeat: 3000,
  // 15 s: longer than any synchronous work the station does on purpose, shorter than an officer's patience.
  unanswered: 5,
  // Short enough that a single crash is a flicker.
  firstBackoff: 200,
  // A broken disk must not be hammered; half a minute still recovers unattended.
  longestBackoff: 30_000,
  stable: 60_000,
  // Lets a running transaction and a print job end.
  grace: 5000,
};

/** Doubles from the first to the longest. @param failures 1 or more */
export function backoff(failures: number, timings: Timings): number {
  return Math.min(timings.longestBackoff, timings.firstBackoff * 2 ** Math.min(failures - 1, 30));
}
