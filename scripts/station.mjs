import { main, prepareHeadless } from './bootstrap/bootstrap.mjs';
import { node } from './bootstrap/project.mjs';
import { handOver } from './bootstrap/run.mjs';

await main(async (args) => {
  prepareHeadless();
  return await handOver(node, ['dist/station/station.js', ...args]);
});
