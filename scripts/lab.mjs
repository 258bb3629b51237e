import { main } from './bootstrap/bootstrap.mjs';
import { ensureDependencies } from './bootstrap/dependencies.mjs';
import { ensureLabGuest } from './bootstrap/lab-guest.mjs';
import { node, say } from './bootstrap/project.mjs';
import { handOver } from './bootstrap/run.mjs';

/** As tests/lab/lab.ts ends where the guest does not come up. */
const NOT_RUN = 69;

await main(async (words) => {
  ensureDependencies();
  const { folder, missing } = ensureLabGuest();
  if (missing) {
    say(`lab: not run: ${missing}`);
    return NOT_RUN;
  }
  return await handOver(node, ['tests/lab/lab.ts', folder, ...words]);
});
