import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CarryNews, ReadReply } from '../../../contract/station/hand-carry.ts';
import type { SyncDependencies } from '../create-sync.ts';
import { startSyncBench } from './sync-bench.ts';

/** A station that was enrolled once and has had no line since, with a drive. */
export async function startCarryBench(change: Partial<SyncDependencies> = {}) {
  const bench = await startSyncBench(change);
  await bench.enrol();
  bench.spoil = () => ({ kind: 'cut' });

  async function save(signal?: AbortSignal): Promise<CarryNews[]> {
    const news: CarryNews[] = [];
    for await (const each of bench.sync().handCarry.save('virtual', signal)) news.push(each);
    return news;
  }

  return {
    bench,
    save,
    /** The name of the file that was written. */
    async saved(): Promise<string> {
      const last = (await save()).at(-1);
      if (last?.step !== 'done') throw new Error(`not written: ${JSON.stringify(last)}`);
      return last.fileName;
    },
    onDrive: () => readdirSync(bench.drive).sort(),
    async read(...files: Uint8Array[]): Promise<ReadReply[]> {
      for (const [place, bytes] of files.entries())
        writeFileSync(join(bench.drive, `balasan-${place}.ajb`), bytes);
      return (await bench.sync().handCarry.readReplies('virtual')) ?? [];
    },
    delivered: () => bench.sync().summary().delivered,
  };
}
export type CarryBench = Awaited<ReturnType<typeof startCarryBench>>;
