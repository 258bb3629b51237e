import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';

/** The folder to check; a test checks a planted copy of the tree. */
const root = resolve(process.argv[2] ?? join(import.meta.dirname, '..'));
const modules = resolve(import.meta.dirname, '..', 'node_modules');
const rooms = [
  'contract',
  'renderer',
  'preload',
  'main',
  'station',
  'drivers',
  'central',
  'tests',
  'scripts',
];

const checks = [
  { name: 'types', args: [join(modules, '@typescript/native/bin/tsc'), '-p', root] },
  {
    name: 'lint',
    args: [
      join(modules, '@biomejs/biome/bin/biome'),
      'check',
      '--error-on-warnings',
      '--max-diagnostics=none',
      root,
    ],
  },
  {
    name: 'walls',
    args: [
      join(modules, 'dependency-cruiser/bin/dependency-cruiser.mjs'),
      '--config',
      join(root, '.dependency-cruiser.cjs'),
      '--output-type',
      'err-long',
      ...rooms,
    ],
  },
];

interface Outcome {
  readonly name: string;
  readonly passed: boolean;
  readonly output: string;
}

function run({ name, args }: (typeof checks)[number]): Promise<Outcome> {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (part) => (output += part));
    child.stderr.on('data', (part) => (output += part));
    child.on('error', (error) => done({ name, passed: false, output: error.message }));
    child.on('close', (code) => done({ name, passed: code === 0, output }));
  });
}

const outcomes = await Promise.all(checks.map(run));
for (const { name, passed, output } of outcomes) {
  process.stdout.write(`${passed ? 'ok   ' : 'FAIL '}${name}\n${passed ? '' : output}`);
}
process.exitCode = outcomes.every(({ passed }) => passed) ? 0 : 1;
