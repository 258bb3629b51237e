import { formatTable, type Row } from '../../table.ts';
import { drain } from '../measures/drain.ts';
import type { Shown, Sides, Size } from '../sizes.ts';
import { ours } from '../ways/ours.ts';

/** Only the number counts here: three pictures of 1 kB keep it bounded. */
const BYTES_EACH = 3_000;
/** Time for one registration among the most ÷ among the fewest. */
const MOST_TIMES = 1.2;
/**
 * The runtime's heap grows to its working size, some 55 MB, while the first thousands are sent. A queue that is held in
 * memory shows only after that, so memory is judged from so many on.
 */
const SETTLED_AT = 3_000;
/** Memory is flat when it grows by no more than this while three times as many wait. */
const MOST_MEMORY_TIMES = 1.2;

/** What a long queue costs: nothing should. */
export async function showGrowth({ growth }: Size, { server }: Sides): Promise<Shown> {
  const measured = [];
  for (const count of growth) {
    const load = { count, attachmentBytes: BYTES_EACH, atOnce: 1, speed: 1 };
    const { seconds, memoryBytes } = await drain(ours(server), load);
    measured.push({ count, each: (1_000 * seconds) / count, memoryBytes });
  }
  const [first, last] = [measured[0], measured.at(-1)];
  if (first === undefined || last === undefined) throw new Error('nothing was measured');
  const settled = measured.find(({ count }) => count >= SETTLED_AT && count < last.count);
  const rows = measured.map(
    ({ count, each, memoryBytes }): Row => [count.toLocaleString('en'), each, memoryBytes / 1e6],
  );
  return {
    lines: [
      `ours with many that wait, ${BYTES_EACH / 1_000} kB each:`,
      ...formatTable(['waiting', 'ms each', 'memory MB'], rows),
    ],
    ratios: [
      {
        name: `drain time each, ${last.count} ÷ ${first.count} waiting`,
        measured: `${last.each.toFixed(1)} ms`,
        limit: `${first.each.toFixed(1)} ms`,
        ratio: last.each / first.each,
        target: MOST_TIMES,
      },
      ...(settled === undefined
        ? []
        : [
            {
              name: `memory, ${last.count} ÷ ${settled.count} waiting`,
              measured: `${(last.memoryBytes / 1e6).toFixed(1)} MB`,
              limit: `${(settled.memoryBytes / 1e6).toFixed(1)} MB`,
              ratio: last.memoryBytes / settled.memoryBytes,
              target: MOST_MEMORY_TIMES,
            },
          ]),
    ],
  };
}
