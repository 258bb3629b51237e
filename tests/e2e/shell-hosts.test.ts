import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { baseEnvironment, type Launched, launch } from './support/launch.ts';
import { buildShellProgram, bundleModule } from './support/shell-program.ts';

let shell: Launched;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'anjungan-hosts-'));
  await bundleModule('main/host/acceptance/electron-entry.ts', `${folder}/acceptance.cjs`, 'cjs');
  await bundleModule('main/testing/echo-module.ts', `${folder}/echo.mjs`, 'es');
  shell = await launch({
    program: await buildShellProgram(),
    env: { SECRET_OF_THE_LOGIN_SHELL: 'must stay behind', NODE_PATH: '/nowhere' },
  });
}, 60_000);

afterAll(async () => {
  await shell?.close();
  rmSync(folder, { recursive: true, force: true });
});

test.each(['utility-process', 'node-process'] as const)(
  'the %s host passes the acceptance suite',
  async (kind) => {
    const results = await shell.app.evaluate(
      async (_electron, { kind, folder, nodePath }) => {
        const { createRequire } = process.getBuiltinModule('node:module');
        const suite = createRequire(`${folder}/`)(`${folder}/acceptance.cjs`);
        return suite.runAcceptance(kind, `${folder}/echo.mjs`, nodePath);
      },
      { kind, folder, nodePath: baseEnvironment().ANJUNGAN_NODE },
    );
    expect(results.filter((result: { failure: string | null }) => result.failure !== null)).toEqual([]);
    expect(results.length).toBeGreaterThan(10);
  },
);
