import type { Ratio } from '../../report.ts';
import { median } from '../../statistics.ts';
import { formatTable, type Row } from '../../table.ts';
import { countWire, type Drained, drain } from '../measures/drain.ts';
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
  /** Registrations a second. */
  readonly rate: number;
  readonly memoryBytes: number;
  readonly processorMs: Drained['processorMs'];
  readonly bytes: number;
  readonly requests: number;
  /** Milliseconds, median; null when it does not write down one by one. */
  readonly commit: number | null;
}

/** Bringing everything that waits across a line that costs nothing. */
export async function showLoopback(size: Size, { peers, server }: Sides): Promise<Shown> {
  const post = await measure(onePost, size);
  const others = {
    stream: await measure(rawStream, size),
    tus: await measure(tus(peers), size),
    bundled: await measure(tusBundled(peers), size),
    pouch: await measure(pouch(peers), size),
  };
  const embedded = await measure(oursEmbedded, size);
  const own = await measure(ours(server), size);
  const rows: Row[] = [others.stream, post, others.tus, others.bundled, others.pouch, embedded, own].map(
    (each) => [
      each.way.name,
      each.rate,
      own.rate / each.rate,
      each.bytes,
      each.requests,
      each.memoryBytes / 1e6,
      each.processorMs.sender,
      each.processorMs.server,
      each.commit,
    ],
  );
  const compare = (name: string, other: Measured, target: number): Ratio => ({
    name: `drain: ours ÷ ${name}`,
    measured: `${own.rate.toFixed(1)}/s`,
    limit: `${other.rate.toFixed(1)}/s`,
    ratio: own.rate / other.rate,
    target,
    wanted: 'at-least',
  });
  return {
    lines: [
      `${size.drained} × ${ATTACHMENT_BYTES / 1_000} kB over loopback (bytes and requests over ${size.counted}):`,
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
    ],
    ratios: [
      compare('one POST each, flushed', post, TARGETS.post),
      compare('tus', others.tus, TARGETS.tus),
      compare('tus with our bundles', others.bundled, TARGETS.tus),
      compare('PouchDB', others.pouch, TARGETS.pouch),
      {
        name: 'requests of ours for a registration',
        measured: own.requests.toFixed(2),
        limit: '1',
        ratio: own.requests,
        target: MOST_REQUESTS,
      },
    ],
  };
}

async function measure(way: Way, size: Size): Promise<Measured> {
  const load = { attachmentBytes: ATTACHMENT_BYTES, atOnce: AT_ONCE, speed: 1 };
  const { seconds, memoryBytes, processorMs, commits } = await drain(way, { ...load, count: size.drained });
  return {
    way,
    rate: size.drained / seconds,
    memoryBytes,
    processorMs,
    commit: commits.length === 0 ? null : median(commits),
    ...(await countWire(way, { ...load, count: size.counted })),
  };
}
