import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runHostAcceptance } from './acceptance/suite.ts';
import { createNodeHost } from './node-host.ts';

const echoModule = fileURLToPath(new URL('../testing/echo-module.ts', import.meta.url));

test('the Node host passes the acceptance suite', { timeout: 60_000 }, async () => {
  const results = await runHostAcceptance({
    createHost: (log) => createNodeHost({ nodePath: process.execPath, compiledFolder: null }, log),
    echoModule,
  });
  expect(results.filter((result) => result.failure !== null)).toEqual([]);
  expect(results.length).toBeGreaterThan(10);
});

test('a runtime that is not there is reported', async () => {
  const ended = Promise.withResolvers<unknown>();
  createNodeHost({ nodePath: '/nowhere/node', compiledFolder: null }, () => {}).start(
    { name: 'echo', modulePath: echoModule },
    { message: () => {}, exited: ended.resolve },
  );
  expect(await ended.promise).toMatchObject({ kind: 'not-started' });
});
