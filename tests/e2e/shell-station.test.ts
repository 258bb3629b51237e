import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Launched, launch } from './support/launch.ts';
import { call, stateCount } from './support/shell-page.ts';
import { buildShellProgram } from './support/shell-program.ts';

let shell: Launched;

beforeAll(async () => {
  shell = await launch({ program: await buildShellProgram(), tray: true });
}, 60_000);
afterAll(() => shell?.close());

test('a page is connected to the station and its bytes come back', async () => {
  expect(await stateCount(shell.counter, 1)).toEqual(['connected']);
  expect(await call(shell.counter, 'Pekon Sukarame')).toBe('Pekon Sukarame');
});

test('the tray has a port of its own', async () => {
  const tray = await shell.tray();
  expect(await stateCount(tray, 1)).toEqual(['connected']);
  expect(await call(tray, 'from the tray')).toBe('from the tray');
});

test('the database key is in no argument and no environment of the station', async () => {
  const pid = await shell.stationPid();
  const key = readFileSync(join(shell.dataFolder, 'database.key'), 'utf8');
  expect(key).toMatch(/^[0-9a-f]{64}$/);
  for (const file of ['environ', 'cmdline']) {
    for (const process of [pid, shell.app.process().pid]) {
      expect(readFileSync(`/proc/${process}/${file}`, 'utf8')).not.toContain(key);
    }
  }
});

test('a killed station is lost, comes back by itself, and a call works again', async () => {
  const before = await shell.stationPid();
  process.kill(before, 'SIGKILL');
  expect(await stateCount(shell.counter, 3)).toEqual(['connected', 'lost', 'connected']);
  expect(await call(shell.counter, 'again')).toBe('again');
  expect(await shell.stationPid()).not.toBe(before);
});

test('a crashed page comes back and is connected again', async () => {
  // Playwright gives a crashed page up, so the shell's own process is asked.
  const states = await shell.app.evaluate(async ({ BrowserWindow }) => {
    const counter = BrowserWindow.getAllWindows().find((window) =>
      window.webContents.getURL().includes('counter'),
    );
    if (!counter) return undefined;
    const back = new Promise((resolve) =>
      counter.webContents.once('did-finish-load', () => resolve(undefined)),
    );
    counter.webContents.forcefullyCrashRenderer();
    await back;
    return counter.webContents.executeJavaScript('shellTest.stateCount(1)');
  });
  expect(states).toEqual(['connected']);
}, 20_000);

test('a fatal reason reaches every page, also one that comes later', async () => {
  const tray = await shell.tray();
  const unanswered = call(tray, 'be-fatal').catch(() => undefined);
  const states = await stateCount(tray, 5);
  expect(states.slice(-2)).toEqual(['lost', 'fatal corrupt-database']);
  await tray.reload();
  await unanswered;
  expect(await stateCount(tray, 1)).toEqual(['fatal corrupt-database']);
}, 30_000);
