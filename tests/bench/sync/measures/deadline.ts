/** Milliseconds that `work` took; null when it was not done in time. It is not stopped by that. */
export async function timeWithin(work: () => Promise<void>, longestMs: number): Promise<number | null> {
  const since = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), longestMs);
  });
  const running = work();
  // Whoever is killed after the deadline fails, and nobody waits for it any more.
  running.catch(() => {});
  const done = await Promise.race([running.then(() => performance.now() - since), late]);
  clearTimeout(timer);
  return done;
}
