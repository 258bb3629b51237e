import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createManualClock } from '../clock/manual-clock.ts';
import { createStationEvents } from '../events.ts';
import { startUnrulyServer } from '../sync/testing/unruly-server.ts';
import { createPractice } from './create-practice.ts';

function setUp() {
  const folder = mkdtempSync(join(tmpdir(), 'anjungan-practice-'));
  const cameraFile = join(folder, 'camera.mjpeg');
  const clock = createManualClock();
  const events = createStationEvents();
  const seen: string[] = [];
  const troubles: unknown[] = [];
  let restored = 0;
  events.subscribe(({ type }) => seen.push(type));
  const practice = createPractice({
    clock,
    events,
    cameraFile,
    onTrouble: (error) => troubles.push(error),
    onLineRestored: () => {
      restored += 1;
    },
  });
  onTestFinished(async () => {
    await practice.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { clock, practice, cameraFile, seen, troubles, restored: () => restored };
}

test('the camera file shows the chosen paper of the chosen citizen', async () => {
  const { practice, cameraFile, seen } = setUp();
  await practice.setScene('empty-table', 'siti');
  const table = readFileSync(cameraFile);
  expect(table.subarray(0, 2)).toEqual(Buffer.of(0xff, 0xd8));
  await practice.setScene('ktp', 'siti');
  expect(readFileSync(cameraFile).equals(table)).toBe(false);
  expect(practice.state().scene).toBe('ktp');
  expect(seen).toEqual(['camera-changed', 'camera-changed']);
  await expect(practice.setScene('ktp', 'nobody')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(practice.state().scene).toBe('ktp');
});

test('the first scene is drawn a moment after the start, and a folder that is gone is told', async () => {
  const { clock, cameraFile, troubles } = setUp();
  rmSync(dirname(cameraFile), { recursive: true });
  clock.advance(1_500);
  await vi.waitUntil(() => troubles.length === 1);
});

test('the tray moves the printer and the power, and says so', async () => {
  const { practice, seen } = setUp();
  expect(practice.state()).toEqual({
    printer: { plugged: true, paper: 'ok', coverOpen: false, paperWidth: '80', trouble: null },
    reader: { plugged: true, card: null, trouble: null },
    identityCardReader: { plugged: false, trouble: null },
    stillCamera: { plugged: false, trouble: null },
    scanner: { plugged: true, papers: { ticket: false, receipt: false }, trouble: null },
    scene: 'empty-table',
    line: 'up',
    power: 'mains',
    hours: 'schedule',
    papers: 0,
  });
  practice.setPrinter({ paper: 'out', coverOpen: true });
  practice.setPrinter({ plugged: false });
  practice.setPower('battery');
  expect(practice.state().printer).toMatchObject({ plugged: false, paper: 'out', coverOpen: true });
  expect(practice.power()).toBe('battery');
  expect(seen).toEqual(['devices-changed', 'devices-changed', 'power-changed']);
  expect(practice.paper()).toBeNull();
});

test('a cut line refuses, stays cut when central moves, and reaches it again when restored', async () => {
  const { practice, restored } = setUp();
  const servers = await Promise.all(
    [1, 2].map((place) => startUnrulyServer(() => ({ kind: 'answer', body: { place } }))),
  );
  onTestFinished(async () => {
    for (const server of servers) await server.close();
  });
  const ask = async (url: string): Promise<unknown> => {
    const answer = await fetch(new URL('x', url), { headers: { connection: 'close' } });
    return await answer.json();
  };
  const through = async (place: number) => {
    const { url } = await practice.throughLine({ url: servers[place]?.url ?? '', enrolmentCode: null });
    return url;
  };
  const first = await through(0);
  expect(await ask(first)).toEqual({ place: 1 });
  await practice.setLine('cut');
  await expect(ask(first)).rejects.toThrow();
  const second = await through(1);
  await expect(ask(second)).rejects.toThrow();
  await practice.setLine('up');
  expect(await ask(second)).toEqual({ place: 2 });
  expect([restored(), practice.state().line]).toEqual([1, 'up']);
});
