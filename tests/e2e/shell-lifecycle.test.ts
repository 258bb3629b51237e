import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { baseArguments, baseEnvironment, electronPath, launch } from './support/launch.ts';
import { stateCount } from './support/shell-page.ts';
import { buildShellProgram } from './support/shell-program.ts';

let program: string;
let folder: string;
const started: ChildProcess[] = [];

beforeAll(async () => {
  program = await buildShellProgram();
  folder = mkdtempSync(join(tmpdir(), 'anjungan-lifecycle-'));
}, 60_000);

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the application without a driver. */
async function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(electronPath(), [...baseArguments(), ...args], {
    env: { ...baseEnvironment(), ANJUNGAN_PROGRAM: program, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
    child.emit('said');
  });
  return {
    child,
    /** Settles once the log contains `words`. */
    async said(words: string): Promise<void> {
      while (!errors.includes(words)) await once(child, 'said');
    },
    async ended() {
      if (child.exitCode === null) await once(child, 'close');
      return { code: child.exitCode, output, errors };
    },
  };
}

test('--until-ready leaves a picture, one JSON line and exit code 0', async () => {
  const out = join(folder, 'out');
  const shell = await run(['--practice', `--data-folder=${folder}/ready`, '--until-ready'], {
    ANJUNGAN_OUT: out,
  });
  const { code, output } = await shell.ended();
  expect(code).toBe(0);
  expect(JSON.parse(output)).toEqual({
    ready: true,
    electron: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    runtime: expect.stringMatching(/^(official|registry)$/),
    startMs: expect.any(Number),
    rssMb: expect.any(Number),
  });
  expect(readFileSync(join(out, 'start.png')).subarray(1, 4).toString()).toBe('PNG');
});

test('a second copy on the same data folder ends at once', async () => {
  const shell = await launch({ program });
  const second = await run(['--practice', `--data-folder=${shell.dataFolder}`]);
  const { code, errors } = await second.ended();
  expect(code).toBe(3);
  expect(errors).toContain('another copy');
  expect(await stateCount(shell.counter, 1)).toEqual(['connected']);
  await shell.close();
});

test('a terminated shell ends its station and exits in order', async () => {
  const shell = await run(['--practice', `--data-folder=${folder}/terminated`, '--no-tray', '--no-central']);
  await shell.said('counter interactive');
  shell.child.kill('SIGTERM');
  const { errors } = await shell.ended();
  expect(errors).toContain('station: stopping → stopped');
  expect(errors).not.toContain(readFileSync(`${folder}/terminated/database.key`, 'utf8'));
});

test('a killed shell leaves no station behind', async () => {
  const shell = await launch({ program });
  const station = await shell.stationPid();
  shell.app.process().kill('SIGKILL');
  await expect.poll(() => isAlive(station), { timeout: 5000 }).toBe(false);
  rmSync(shell.dataFolder, { recursive: true, force: true });
});

test('the embedded central is started late, and its address told to the station', async () => {
  const shell = await run(['--practice', `--data-folder=${folder}/central`, '--no-tray']);
  await shell.said('"type":"central","url":"http://127.0.0.1:9/","enrolmentCode":"');
  shell.child.kill('SIGTERM');
  const { errors } = await shell.ended();
  expect(errors.indexOf('counter interactive')).toBeLessThan(errors.indexOf('central: idle → starting'));
  expect(errors).toContain('central: stopping → stopped');
});

test('an outside central is told to the station', async () => {
  const shell = await run([
    '--practice',
    `--data-folder=${folder}/outside`,
    '--no-tray',
    '--central-url=http://127.0.0.1:7/',
    '--enrolment-code=KODE-UJI',
  ]);
  await shell.said('{"type":"central","url":"http://127.0.0.1:7/","enrolmentCode":"KODE-UJI"}');
  await shell.said('counter interactive');
  shell.child.kill('SIGTERM');
  const { errors } = await shell.ended();
  expect(errors).not.toContain('central: idle');
});

test('production without a key store refuses to open, and says so', async () => {
  const shell = await run([`--data-folder=${folder}/production`, '--password-store=basic', '--until-ready']);
  const { code, errors } = await shell.ended();
  expect(code).toBe(1);
  expect(errors).toContain('no-key-store');
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
