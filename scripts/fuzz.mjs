import { main } from './bootstrap/bootstrap.mjs';
import { ensureDependencies } from './bootstrap/dependencies.mjs';
import { node } from './bootstrap/project.mjs';
import { handOver } from './bootstrap/run.mjs';

await main(async (words) => {
  ensureDependencies();
  return await handOver(node, ['tests/fuzz/fuzz.ts', ...words]);
});
