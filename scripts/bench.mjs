import { main, prepareWindows } from './bootstrap/bootstrap.mjs';
import { node } from './bootstrap/project.mjs';
import { handOver } from './bootstrap/run.mjs';

await main(async (args) => {
  const { environment, stop } = await prepareWindows({ tests: true });
  const code = await handOver(node, ['tests/bench/bench.ts', ...args], environment);
  stop();
  return code;
});
