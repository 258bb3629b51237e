import { startPostgresServer } from '../../../central/testing/postgres-server.ts';
import type { Ratio } from '../report.ts';
import { showBadLines } from './parts/bad-lines.ts';
import { showCommits } from './parts/commits.ts';
import { showGrowth } from './parts/growth.ts';
import { showLoopback } from './parts/loopback.ts';
import type { Size } from './sizes.ts';
import { installPeers } from './ways/install-peers.ts';

/** Ours, its peers and the limits in one run: writing down, bringing across, on good lines and on bad ones. */
export async function benchSync(log: (line: string) => void, size: Size): Promise<Ratio[]> {
  const sides = { peers: installPeers(log), server: await startPostgresServer() };
  const ratios: Ratio[] = [];
  try {
    for (const show of [showCommits, showLoopback, showBadLines, showGrowth]) {
      const { lines, ratios: found } = await show(size, sides);
      for (const line of lines) log(line);
      ratios.push(...found);
    }
  } finally {
    await sides.server.stop();
  }
  return ratios;
}
