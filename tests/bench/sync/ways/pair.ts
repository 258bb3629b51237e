import { join } from 'node:path';
import { forkDeeds } from './forked.ts';
import type { Load, OpenWay } from './way.ts';

interface Pair {
  readonly server: string;
  readonly sender: string;
  readonly load: Load;
  /** For the sender, beside what every way is told. */
  readonly details: Readonly<Record<string, unknown>>;
}

/** A sender and a server, each a process of its own that does deeds. */
export async function openPair({ server, sender, load, details }: Pair): Promise<OpenWay> {
  const far = forkDeeds(server);
  const near = forkDeeds(sender, load.speed);
  const told = { ...details, count: load.count, atOnce: load.atOnce, folder: join(load.folder, 'sender') };
  try {
    const serverPort = Number(await far.order('listen', { folder: join(load.folder, 'server') }));
    const times = await near.order('prepare', told);
    return {
      serverPort,
      senderPid: near.pid,
      serverPid: far.pid,
      commits: Array.isArray(times) ? times.map(Number) : [],
      async drain(url) {
        await near.order('drain', { ...told, url });
      },
      async close() {
        await near.kill();
        await far.kill();
      },
    };
  } catch (error) {
    await near.kill();
    await far.kill();
    throw error;
  }
}
