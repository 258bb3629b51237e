import { useState } from 'react';

/** One step at a time; a second touch meanwhile does nothing. What went wrong with the last is told until the next. */
export function useWork() {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  async function work(step: () => Promise<unknown>): Promise<void> {
    if (busy) return;
    setBusy(true);
    setError(null);
    await painted();
    await step().catch(setError);
    setBusy(false);
  }
  return { busy, error, work };
}

/** A picture that is cut, turned or judged takes the page's own thread: first the touch is seen to have been felt. */
function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
