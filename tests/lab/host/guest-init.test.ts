import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { guestInit } from './guest-init.ts';

test('the script is one a shell can read, whatever the paths hold', () => {
  const folder = `/tmp/it's "a" $place`;
  const script = guestInit({ command: ['/bin/echo', folder, 'x'], folder });
  expect(spawnSync('sh', ['-n'], { input: script }).status).toBe(0);
  const inner = /chroot \/root \/bin\/sh -c ([\s\S]*)\npoweroff/.exec(script)?.[1];
  const lines = spawnSync('sh', ['-c', `printf %s ${inner}`], { encoding: 'utf8' })
    .stdout.trim()
    .split('\n');
  expect(spawnSync('sh', ['-c', String(lines.at(-1))], { encoding: 'utf8' }).stdout).toBe(`${folder} x\n`);
});
