import type { Ratio } from '../../report.ts';
import { median } from '../../statistics.ts';
import { formatTable, type Row } from '../../table.ts';
import { type Counted, countWire, type Drained, drain } from '../measures/drain.ts';
import { ATTACHMENT_BYTES, type Shown, type Sides, type Size } from '../sizes.ts';
import { ours, oursEmbedded } from '../ways/ours.ts';
import type { Way } from '../ways/way.ts';
import { onePost, pouch, rawStream, tus, tusBundled } from '../ways/ways.ts';

/** What tus and plain requests are given at once; PouchDB and ours decide themselves. */
const AT_ONCE = 4;

/** Ours ÷ the other, in registrations a second. */
const TARGETS = { post: 0.4, tus: 3, pouch: 4 };
const MOST_REQUESTS = 1.1;

interface Measured {
  readonly way: Way;
  /** Of each round. */
  readonly drained: readonly Drained[];
  /** Registrations a second, of each round. */
  readonly rates: readonly number[];
  readonly counted: Counted;
}

/** Bringing everything that waits across a line that costs nothing. Ours and one POST each come right after one another. */
export async function showLoopback(size: Size, { peers, server }: Sides): Promise<Shown> {
  const [stream, post, own, tusOne, bundled, pouchOne, embedded] = await measureByTurns(
    [rawStream, onePost, ours(server), tus(peers), tusBundled(peers), pouch(peers), oursEmbedded] as const,
    size,
  );
  const rows: Row[] = [stream, post, tusOne, bundled, pouchOne, embedded, own].map((each) => [
    each.way.name,
    median(each.rates),
    oursDividedBy(own, each),
    each.counted.bytes,
    each.counted.requests,
    median(each.drained.map(({ memoryBytes }) => memoryBytes)) / 1e6,
    median(each.drained.map(({ processorMs }) => processorMs.sender)),
    median(each.drained.map(({ processorMs }) => processorMs.server)),
    commitOf(each),
  ]);
  const compare = (name: string, other: Measured, target: number): Ratio => ({
    name: `drain: ours ÷ ${name}`,
    measured: `${median(own.rates).toFixed(1)}/s`,
    limit: `${median(other.rates).toFixed(1)}/s`,
    ratio: oursDividedBy(own, other),
    target,
    wanted: 'at-least',
  });
  return {
    lines: [
      `${size.drained} × ${ATTACHMENT_BYTES / 1_000} kB over loopback, ${size.rounds} times by turns (bytes and requests over ${size.counted}):`,
      ...formatTable(
        [
          'way',
          'per second',
          'ours ÷ way',
          'bytes ÷ payload',
          'requests each',
          'memory MB',
          'sender ms',
          'server ms',
          'put ms',
        ],
        rows,
      ),
      `ours ÷ one POST each, round by round: ${ratiosOf(own, post)
        .map((ratio) => ratio.toFixed(2))
        .join(', ')}`,
    ],
    ratios: [
      compare('one POST each, flushed', post, TARGETS.post),
      compare('tus', tusOne, TARGETS.tus),
      compare('tus with our bundles', bundled, TARGETS.tus),
      compare('PouchDB', pouchOne, TARGETS.pouch),
      {
        name: 'requests of ours for a registration',
        measured: own.counted.requests.toFixed(2),
        limit: '1',
        ratio: own.counted.requests,
        target: MOST_REQUESTS,
      },
    ],
  };
}

/** Round by round, so that both were measured while the machine was the same. */
function ratiosOf(own: Measured, other: Measured): number[] {
  return own.rates.map((rate, round) => rate / (other.rates[round] ?? Number.NaN));
}

function oursDividedBy(own: Measured, other: Measured): number {
  return median(ratiosOf(own, other));
}

/** Milliseconds, median; null when it does not write down one by one. */
function commitOf({ drained }: Measured): number | null {
  const commits = drained.flatMap((each) => each.commits);
  return commits.length === 0 ? null : median(commits);
}

async function measureByTurns<Ways extends readonly Way[]>(
  ways: Ways,
  size: Size,
): Promise<{ [Place in keyof Ways]: Measured }> {
  const load = { attachmentBytes: ATTACHMENT_BYTES, atOnce: AT_ONCE, speed: 1 };
  const drained = ways.map((): Drained[] => []);
  for (let round = 0; round < size.rounds; round += 1)
    for (const [place, way] of ways.entries())
      drained[place]?.push(await drain(way, { ...load, count: size.drained }));
  const measured: Measured[] = [];
  for (const [place, way] of ways.entries()) {
    const each = drained[place] ?? [];
    const counted = await countWire(way, { ...load, count: size.counted });
    measured.push({ way, drained: each, rates: each.map(({ seconds }) => size.drained / seconds), counted });
  }
  return measured as { [Place in keyof Ways]: Measured };
}
