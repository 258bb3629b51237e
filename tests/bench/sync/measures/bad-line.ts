import { createDraw } from '../../../faults/run/draw.ts';
import { type Interruption, openLine } from '../line/line.ts';
import { type Load, payloadOf, type Way } from '../ways/way.ts';
import { timeWithin } from './deadline.ts';

/** 512 kbit/s, as villages have it. */
const BYTES_PER_SECOND = 64_000;
const LATENCY_MS = 300;
/** Later than so many times what the line needs for the payload is never. */
export const NEVER = 4;

/** Bytes between two interruptions: a cut every few seconds; a silence every half minute. */
const BETWEEN: Readonly<Record<Interruption, readonly [number, number]>> = {
  none: [1, 1],
  cuts: [50_000, 400_000],
  outages: [50_000, 400_000],
  stalls: [1_500_000, 3_000_000],
};

export interface BadLineResult {
  /** Time ÷ what the line needs for the payload; null when never. */
  readonly times: number | null;
  readonly bytes: number;
  readonly interruptions: number;
}

/** A way that is ready to begin on its bad line. */
export interface ReadyOnLine {
  run(): Promise<BadLineResult>;
  close(): Promise<void>;
}

export interface BadDay {
  readonly way: Way;
  /** The line and the clocks of the sender run `speed` times as fast, so that a bad day is over in minutes. */
  readonly load: Load;
  readonly interruption: Interruption;
  readonly seed: number;
}

/** Opens the way, which takes the processor, so that running it takes nothing but the line. */
export async function prepareBadDay({ way, load, interruption, seed }: BadDay): Promise<ReadyOnLine> {
  const open = await way.open(load);
  const draw = createDraw(seed);
  const [least, most] = BETWEEN[interruption];
  const line = await openLine({
    port: open.serverPort,
    bytesPerSecond: BYTES_PER_SECOND * load.speed,
    latencyMs: LATENCY_MS / load.speed,
    interruption,
    nextInterruption: () => draw.between(least, most),
  });
  return {
    async run() {
      const payload = payloadOf(load);
      const bound = (1_000 * payload) / (BYTES_PER_SECOND * load.speed);
      const took = await timeWithin(() => open.drain(line.url), NEVER * bound);
      const { bytes, interruptions } = line.counts();
      return { times: took === null ? null : took / bound, bytes: bytes / payload, interruptions };
    },
    async close() {
      await open.close();
      await line.close();
    },
  };
}
