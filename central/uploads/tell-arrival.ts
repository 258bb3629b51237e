import type { ServerResponse } from 'node:http';

/** What `bundle-upload.ts` of the contract promises. */
const TOLD_EVERY_MS = 1_000;

/** To be called for each piece that arrives: tells its sender so, by `102 Processing`, at most once a second, and before an answer only. */
export function tellArrival(
  answer: Pick<ServerResponse, 'headersSent' | 'destroyed' | 'writeProcessing'>,
  now: () => number,
): () => void {
  let toldAt = now();
  return () => {
    if (now() - toldAt < TOLD_EVERY_MS || answer.headersSent || answer.destroyed) return;
    toldAt = now();
    answer.writeProcessing();
  };
}
