import { main, prepareWindows } from './bootstrap/bootstrap.mjs';
import { ensureLabGuest } from './bootstrap/lab-guest.mjs';
import { node } from './bootstrap/project.mjs';
import { handOver } from './bootstrap/run.mjs';

await main(async (words) => {
  const { environment, stop } = await prepareWindows({ tests: true });
  const everything = words.length === 0;
  const lab = everything ? { ANJUNGAN_LAB: JSON.stringify(ensureLabGuest()) } : {};
  const checked = everything ? await handOver(node, ['scripts/check.ts'], environment) : 0;
  const tested = await handOver(node, ['scripts/run-tests.ts', ...words], { ...environment, ...lab });
  stop();
  return checked || tested;
});
