/** Resolves when so many bytes have left. */
export type Pace = (bytes: number) => Promise<void>;

/** One rate for all who ask, in the order they ask; null lets everything go at once. */
export function createPace(bytesPerSecond: number | null): Pace {
  let freeAt = 0;
  /** How late the last timer was: the line had been carrying meanwhile, and what it was is made up for. */
  let late = 0;
  return async (bytes) => {
    if (bytesPerSecond === null) return;
    const now = performance.now();
    freeAt = Math.max(freeAt, now - late) + (1_000 * bytes) / bytesPerSecond;
    const due = freeAt;
    if (due > now) await new Promise<void>((resolve) => setTimeout(resolve, due - now));
    late = Math.max(0, performance.now() - due);
  };
}
