import { createRequire } from 'node:module';

/** Brings a package by its name, because the project itself has none of these. */
export const load = createRequire(import.meta.url);

/**
 * What the bench wants of a peer's process: `prepare` makes the registrations that wait, `drain` resolves when the server
 * has said that it has them all.
 * @param {Record<string, (order: Record<string, unknown>) => Promise<unknown>>} deeds
 */
export function answerParent(deeds) {
  process.on('message', (order) => {
    const deed = deeds[order.deed];
    Promise.resolve(deed(order)).then(
      (answer) => process.send({ answer: answer ?? null }),
      (error) => process.send({ failed: String(error?.stack ?? error) }),
    );
  });
  process.on('disconnect', () => process.exit(0));
}

/** Runs `work` for every item, so many at once. */
export async function forEachAtOnce(items, atOnce, work) {
  const waiting = [...items];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
    }),
  );
}
