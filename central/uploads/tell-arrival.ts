import type { ServerResponse } from 'node:http';

/** What `bundle-upload.ts` of the contract promises. */
const TOLD_EVERY_MS = 1_000;

/** Passes pieces on and tells their sender, by `102 Processing`, that they arrive: at most once a second, and before an answer only. */
export async function* tellArrival(
  pieces: AsyncIterable<Uint8Array>,
  answer: Pick<ServerResponse, 'headersSent' | 'destroyed' | 'writeProcessing'>,
  now: () => number,
): AsyncGenerator<Uint8Array> {
  let toldAt = now();
  for await (const piece of pieces) {
    if (now() - toldAt >= TOLD_EVERY_MS && !answer.headersSent && !answer.destroyed) {
      toldAt = now();
      answer.writeProcessing();
    }
    yield piece;
  }
}
