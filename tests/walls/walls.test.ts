import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..', '..');
const copied = [
  'contract',
  'renderer',
  'preload',
  'main',
  'station',
  'drivers',
  'central',
  'tests',
  'scripts',
  '.dependency-cruiser.cjs',
  '.gitignore',
  'biome.json',
  'package.json',
  'tsconfig.json',
];

/** What is planted, and the word by which the check must name it. */
const planted = {
  'station/queue/planted-electron.ts': [
    "import { app } from 'electron';\nexport const name = app.name;\n",
    'electron',
  ],
  'station/queue/planted-usb.ts': ["import { usb } from 'usb';\nexport const bus = usb;\n", 'usb'],
  'station/queue/planted-database.ts': [
    "import Database from 'better-sqlite3';\nexport const open = (path: string) => new Database(path);\n",
    'better-sqlite3',
  ],
  'station/queue/planted-http.ts': [
    "import { get } from 'node:http';\nexport const ask = get;\n",
    'http-only-in-sync',
  ],
  'station/queue/planted-fetch.ts': [
    "export const ask = () => fetch('http://127.0.0.1');\n",
    'only station/sync speaks',
  ],
  'station/queue/planted-timer.ts': [
    'export const wait = () => setTimeout(() => {}, 1);\n',
    'time has one owner',
  ],
  'station/queue/planted-date.ts': ['export const now = () => Date.now();\n', 'time has one owner'],
  'renderer/counter/planted-station.ts': [
    "export { createEvents } from '../../station/events.ts';\n",
    'renderer-imports-contract',
  ],
  'renderer/counter/planted-node.ts': ["export { readFileSync } from 'node:fs';\n", 'run-in-a-sandbox'],
  'central/http/planted-station.ts': [
    "export * as events from '../../station/events.ts';\n",
    'central-imports-contract',
  ],
  'drivers/registry/planted-contract.ts': [
    "export { faceSchema } from '../../contract/shell/face.ts';\n",
    'drivers-imports-nothing-of-ours',
  ],
  'contract/domain/planted-driver.ts': ["export * as jose from 'jose';\n", 'contract-imports-only-schemas'],
  'main/planted-any.ts': ['export const wide: any = 1;\n', 'noExplicitAny'],
} as const;

let folder: string;
let outcome: { code: number; output: string };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'anjungan-walls-'));
  for (const name of copied) cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const [path, [text]] of Object.entries(planted)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  outcome = await new Promise((done) => {
    execFile(
      process.execPath,
      [join(root, 'scripts', 'check.ts'), folder],
      { maxBuffer: 64 * 1024 * 1024 },
      (error, stdout) => done({ code: typeof error?.code === 'number' ? error.code : 0, output: stdout }),
    );
  });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the check fails on planted violations', () => {
  expect(outcome.code).not.toBe(0);
});

test.each(Object.entries(planted))('%s is caught', (path, [, word]) => {
  const places = outcome.output
    .split('\n')
    .flatMap((line, place, lines) =>
      line.includes(path) ? [lines.slice(place, place + 16).join('\n')] : [],
    );
  expect(places.some((place) => place.includes(word))).toBe(true);
});
