import type { StationClient } from '../../../station/rpc/test-client.ts';
import type { Ratio } from '../report.ts';
import { median } from '../statistics.ts';
import { openBenchStation } from './bench-station.ts';
import { fillStore } from './fill.ts';

const FEW = 10;
const MANY = 10_000;
const ROUNDS = 300;
const WARM_UP = 50;

/** Everything the counter's home asks when it opens. */
async function home({ queue, registration, outbox, devices, printing, catalog }: StationClient) {
  await Promise.all([
    queue.desk(),
    registration.drafts({ limit: 20 }),
    registration.applications({ limit: 20, returnedOnly: true }),
    outbox.summary(),
    devices.list(),
    printing.open(),
    catalog.current(),
  ]);
}

async function timed(counter: StationClient): Promise<number> {
  const begun = performance.now();
  await home(counter);
  return performance.now() - begun;
}

/** Home with ten thousand drafts and packets in the store against home with ten, in turn. */
export async function benchGrowth(log: (line: string) => void): Promise<Ratio[]> {
  const small = await openBenchStation((store) => fillStore(store, FEW));
  const large = await openBenchStation((store) => fillStore(store, MANY));
  try {
    const few: number[] = [];
    const many: number[] = [];
    for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
      const smallTime = await timed(small.counter);
      const largeTime = await timed(large.counter);
      if (round < WARM_UP) continue;
      few.push(smallTime);
      many.push(largeTime);
    }
    log(`home: ${median(few).toFixed(2)} ms with ${FEW}, ${median(many).toFixed(2)} ms with ${MANY}`);
    return [
      {
        name: `home with ${MANY} drafts and packets ÷ with ${FEW}`,
        measured: `${median(many).toFixed(2)} ms (median of ${ROUNDS})`,
        limit: `${median(few).toFixed(2)} ms`,
        ratio: median(many) / median(few),
        target: 1.2,
      },
    ];
  } finally {
    await small.close();
    await large.close();
  }
}
