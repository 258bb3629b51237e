import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processorSeconds } from '../../processor.ts';
import { openLine } from '../line/line.ts';
import { type Load, payloadOf, type Way } from '../ways/way.ts';
import { timeWithin } from './deadline.ts';
import { watchMemory } from './memory.ts';

/** Far above what the slowest way needs; only something that hangs reaches it. */
const LONGEST_MS = 600_000;

export interface Drained {
  readonly seconds: number;
  readonly memoryBytes: number;
  /** Of sender and server, for one registration; a database server beside them is not in it. */
  readonly processorMs: { readonly sender: number; readonly server: number };
  readonly commits: readonly number[];
}

/** Runs `use` with a folder that is removed afterwards. */
export async function inFolder<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'anjungan-bench-sync-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Everything that waits, over loopback with nothing between. */
export async function drain(way: Way, load: Omit<Load, 'folder'>): Promise<Drained> {
  return await inFolder(async (folder) => {
    const open = await way.open({ ...load, folder });
    try {
      const growth = watchMemory(open.senderPid);
      const spent = () => [processorSeconds(open.senderPid), processorSeconds(open.serverPid)] as const;
      const before = spent();
      const took = await timeWithin(() => open.drain(`http://127.0.0.1:${open.serverPort}`), LONGEST_MS);
      if (took === null) throw new Error(`${way.name} did not end`);
      const [sender, server] = spent();
      return {
        seconds: took / 1_000,
        memoryBytes: growth(),
        processorMs: {
          sender: (1_000 * (sender - before[0])) / load.count,
          server: (1_000 * (server - before[1])) / load.count,
        },
        commits: open.commits,
      };
    } finally {
      await open.close();
    }
  });
}

export interface Counted {
  /** Bytes towards the server ÷ payload. */
  readonly bytes: number;
  /** For one registration. */
  readonly requests: number;
}

/** The same through a line that only counts. */
export async function countWire(way: Way, load: Omit<Load, 'folder'>): Promise<Counted> {
  return await inFolder(async (folder) => {
    const open = await way.open({ ...load, folder });
    const line = await openLine({
      port: open.serverPort,
      bytesPerSecond: null,
      latencyMs: 0,
      interruption: 'none',
      nextInterruption: () => Number.POSITIVE_INFINITY,
    });
    try {
      if ((await timeWithin(() => open.drain(line.url), LONGEST_MS)) === null)
        throw new Error(`${way.name} did not end`);
      const { bytes, requests } = line.counts();
      return { bytes: bytes / payloadOf({ ...load, folder }), requests: requests / load.count };
    } finally {
      await open.close();
      await line.close();
    }
  });
}
