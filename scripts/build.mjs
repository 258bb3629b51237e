import { main, prepareHeadless } from './bootstrap/bootstrap.mjs';

await main(async () => {
  prepareHeadless();
  return 0;
});
