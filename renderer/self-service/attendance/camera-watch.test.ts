import { expect, test } from 'vitest';
import type { CameraCondition } from '../../../contract/domain/camera.ts';
import { createCameraWatch } from './camera-watch.ts';

/** A camera that is as a test says, and one timer that runs out when told to. */
function openBench(first: CameraCondition) {
  let camera = first;
  let changed = () => {};
  let timer: { readonly run: () => void; readonly milliseconds: number } | null = null;
  let held: (() => void) | null = null;
  let isHeld = false;
  let probes = 0;
  const told: CameraCondition[] = [];
  const settle = async () => {
    for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
  };
  const watch = createCameraWatch({
    isThere: async () => camera !== 'missing',
    async probe(signal) {
      probes += 1;
      if (isHeld)
        await new Promise<void>((resolve) => {
          held = resolve;
          signal.addEventListener('abort', () => resolve());
        });
      return camera;
    },
    onListChange(listener) {
      changed = listener;
      return () => {
        changed = () => {};
      };
    },
    tell: (condition) => told.push(condition),
    schedule(run, milliseconds) {
      expect(timer).toBeNull();
      timer = { run, milliseconds };
      return () => {
        timer = null;
      };
    },
  });
  return {
    watch,
    told,
    settle,
    probes: () => probes,
    hold() {
      isHeld = true;
    },
    release() {
      isHeld = false;
      held?.();
    },
    become(next: CameraCondition) {
      camera = next;
    },
    async plug(next: CameraCondition) {
      camera = next;
      changed();
      await settle();
    },
    waits: () => timer?.milliseconds ?? null,
    async runOut() {
      await settle();
      const run = timer?.run;
      timer = null;
      run?.();
      await settle();
    },
  };
}

test('it is looked at once at the start and then left alone', async () => {
  const bench = openBench('present');
  await bench.runOut();
  expect([bench.told, bench.probes(), bench.waits()]).toEqual([['present'], 1, null]);
});

test('the cable is told at once when it goes, and after a look when it comes back', async () => {
  const bench = openBench('present');
  await bench.runOut();
  await bench.plug('missing');
  expect(bench.told).toEqual(['present', 'missing']);
  await bench.plug('present');
  expect(bench.told).toHaveLength(2);
  await bench.runOut();
  expect(bench.told).toEqual(['present', 'missing', 'present']);
  expect(bench.waits()).toBeNull();
});

test.each(['no-picture', 'blocked'] as const)('%s is told once and looked at again', async (trouble) => {
  const bench = openBench(trouble);
  await bench.runOut();
  await bench.runOut();
  expect([bench.told, bench.probes()]).toEqual([[trouble], 2]);
  expect(bench.waits()).toBeGreaterThanOrEqual(60_000);
  bench.become('present');
  await bench.runOut();
  expect([bench.told, bench.waits()]).toEqual([[trouble, 'present'], null]);
});

test('while somebody stands there nothing is opened, and it is looked at when they are gone', async () => {
  const bench = openBench('present');
  await bench.runOut();
  bench.watch.setVisited(true);
  await bench.plug('missing');
  await bench.plug('no-picture');
  expect([bench.told, bench.probes(), bench.waits()]).toEqual([['present', 'missing', 'present'], 1, null]);
  bench.watch.setVisited(false);
  await bench.runOut();
  expect(bench.told.at(-1)).toBe('no-picture');
});

test('a visit that left the camera well opens nothing after it', async () => {
  const bench = openBench('present');
  await bench.runOut();
  bench.watch.setVisited(true);
  bench.watch.notice('present');
  bench.watch.setVisited(false);
  await bench.settle();
  expect([bench.waits(), bench.probes()]).toEqual([null, 1]);
});

test('a visitor ends a look that is under way, and what they find counts', async () => {
  const bench = openBench('present');
  bench.hold();
  await bench.runOut();
  bench.watch.setVisited(true);
  await bench.settle();
  expect(bench.told).toEqual([]);
  bench.watch.notice('blocked');
  bench.watch.setVisited(false);
  bench.release();
  await bench.runOut();
  expect(bench.told).toEqual(['blocked', 'present']);
});

test('a station that started again is told again; a face that is gone tells nothing', async () => {
  const bench = openBench('present');
  bench.watch.tellAgain();
  await bench.runOut();
  bench.watch.tellAgain();
  expect(bench.told).toEqual(['present', 'present']);
  bench.watch.look();
  bench.watch.close();
  await bench.plug('missing');
  expect([bench.told, bench.waits()]).toEqual([['present', 'present'], null]);
});
