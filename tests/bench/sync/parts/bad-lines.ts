import { join } from 'node:path';
import { formatTable, type Row } from '../../table.ts';
import type { Interruption } from '../line/line.ts';
import { type BadLineResult, NEVER, prepareBadDay, type ReadyOnLine } from '../measures/bad-line.ts';
import { inFolder } from '../measures/drain.ts';
import { ATTACHMENT_BYTES, type Shown, type Sides, type Size } from '../sizes.ts';
import { oursEmbedded } from '../ways/ours.ts';
import type { Way } from '../ways/way.ts';
import { onePost, tusBundled } from '../ways/ways.ts';

const AT_ONCE = 2;
/** How many times as fast the lines and the senders' clocks run. */
const SPEED = 2;
/** The same cuts and silences in every run. */
const SEED = 2_026;

/** Times the line's bound; bytes ÷ payload. */
const TARGETS = { cuts: 1.1, stalls: 2, bytes: 1.06 };

const interruptions: readonly Interruption[] = ['none', 'cuts', 'outages', 'stalls'];
type Results = Readonly<Record<Interruption, BadLineResult>>;

/** Lines of 512 kbit/s and 300 ms each way, all at once: each has its own, and none needs the processor. */
export async function showBadLines(size: Size, { peers }: Sides): Promise<Shown> {
  const ways = [oursEmbedded, tusBundled(peers), onePost];
  const measured = await sufferAll(ways, size);
  const [own] = measured;
  if (own === undefined) throw new Error('ours was not measured');
  const rows = ways.map((way, place): Row => {
    const results = measured[place] ?? own;
    return [
      way.name,
      ...interruptions.map((interruption) => timesOf(results[interruption])),
      results.cuts.bytes,
    ];
  });
  const ratioOf = (name: string, { times, interruptions: count }: BadLineResult, target: number) => ({
    name,
    measured: `${count} interruptions`,
    limit: 'the bound of the line',
    ratio: times ?? Number.POSITIVE_INFINITY,
    target,
  });
  return {
    lines: [
      `${size.onBadLine} × ${ATTACHMENT_BYTES / 1_000} kB over 512 kbit/s and 300 ms each way, as multiples of the bound (all ${SPEED} times as fast; seed ${SEED}):`,
      ...formatTable(['way', 'clean', 'cuts', 'outages', 'stalls', 'bytes ÷ payload, cuts'], rows),
    ],
    ratios: [
      ratioOf('bad line with cuts, ours', own.cuts, TARGETS.cuts),
      ratioOf('bad line with stalls, ours', own.stalls, TARGETS.stalls),
      {
        name: 'bytes ÷ payload with cuts, ours',
        measured: `${own.cuts.interruptions} cuts`,
        limit: 'the payload',
        ratio: own.cuts.bytes,
        target: TARGETS.bytes,
      },
    ],
  };
}

/** What is opened is closed, whatever happens to the others. */
async function sufferAll(ways: readonly Way[], { onBadLine: count }: Size): Promise<Results[]> {
  return await inFolder(async (folder) => {
    const load = { attachmentBytes: ATTACHMENT_BYTES, atOnce: AT_ONCE, speed: SPEED, count };
    const ready: ReadyOnLine[] = [];
    try {
      for (const [place, way] of ways.entries())
        for (const interruption of interruptions) {
          const own = { ...load, folder: join(folder, `${place}-${interruption}`) };
          ready.push(await prepareBadDay({ way, load: own, interruption, seed: SEED }));
        }
      const results = await Promise.all(ready.map((each) => each.run()));
      return ways.map((_, place) => {
        const [none, cuts, outages, stalls] = results.slice(place * interruptions.length);
        if (!none || !cuts || !outages || !stalls) throw new Error('a line is missing');
        return { none, cuts, outages, stalls };
      });
    } finally {
      await Promise.all(ready.map((each) => each.close()));
    }
  });
}

function timesOf({ times }: BadLineResult): string {
  return times === null ? `never (> ${NEVER})` : times.toFixed(2);
}
