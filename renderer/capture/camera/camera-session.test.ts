import { expect, test } from 'vitest';
import type { CameraDevice, CameraName } from './camera-device.ts';
import { type CameraFeed, createCameraSession } from './camera-session.ts';

const documents: CameraDevice = { id: 'd', label: 'Kamera dokumen', place: 0 };
const face: CameraDevice = { id: 'f', label: 'Kamera wajah', place: 0 };

interface TestFeed extends CameraFeed {
  readonly device: string;
}

/** Cameras that are plugged, held by others and forbidden as a test says, and a timer that runs out when told to. */
function openBench(plugged: CameraDevice[], wanted: CameraName | null = null) {
  let devices = plugged;
  let refusal: string | null = null;
  let listener: () => void = () => {};
  let timer: (() => void) | null = null;
  const running = new Map<TestFeed, () => void>();
  const session = createCameraSession<TestFeed>({
    wanted,
    source: {
      list: async () => devices,
      async open(device) {
        const found = device ? devices.find(({ id }) => id === device.id) : devices[0];
        const name = refusal ?? (found ? null : 'NotFoundError');
        if (name !== null || !found) throw new DOMException('refused', name ?? 'NotFoundError');
        const feed: TestFeed = {
          device: found.id,
          onEnded: (ended) => running.set(feed, ended),
          close: () => running.delete(feed),
        };
        running.set(feed, () => {});
        return { device: found, feed };
      },
      onListChange(changed) {
        listener = changed;
        return () => {
          listener = () => {};
        };
      },
    },
    schedule(run) {
      expect(timer).toBeNull();
      timer = run;
      return () => {
        timer = null;
      };
    },
  });
  return {
    session,
    refuse: (name: string | null) => {
      refusal = name;
    },
    /** The cable: cameras that leave end their pictures before the list changes. */
    plug(next: CameraDevice[]) {
      devices = next;
      for (const [feed, ended] of [...running]) if (!next.some(({ id }) => id === feed.device)) ended();
      listener();
    },
    runOut() {
      const run = timer;
      timer = null;
      run?.();
    },
    waits: () => timer !== null,
    running: () => [...running.keys()].map(({ device }) => device),
    async state() {
      for (let turn = 0; turn < 12; turn += 1) await Promise.resolve();
      const { state } = session.view();
      return 'device' in state ? `${state.kind} ${state.device?.id ?? 'any'}` : state.kind;
    },
  };
}

test('the camera of choice opens, and any other when it is not there', async () => {
  expect(await openBench([documents, face], face).state()).toBe('live f');
  expect(await openBench([documents], face).state()).toBe('live d');
  expect(await openBench([documents, face]).state()).toBe('live d');
});

test('a camera pulled out in the middle is missed, and comes back by itself', async () => {
  const bench = openBench([documents, face], documents);
  expect(await bench.state()).toBe('live d');
  bench.plug([face]);
  expect(await bench.state()).toBe('unplugged d');
  expect(bench.running()).toEqual([]);
  bench.plug([face, documents]);
  expect(await bench.state()).toBe('live d');
  expect(bench.waits()).toBe(false);
});

test('another camera can be taken meanwhile', async () => {
  const bench = openBench([documents, face]);
  await bench.state();
  bench.plug([face]);
  await bench.state();
  bench.session.choose(face);
  expect(await bench.state()).toBe('live f');
  bench.plug([documents, face]);
  expect(await bench.state()).toBe('live f');
});

test('the camera of choice is taken again when it is plugged in', async () => {
  const bench = openBench([face], documents);
  expect(await bench.state()).toBe('live f');
  bench.plug([face, documents]);
  expect(await bench.state()).toBe('live d');
  expect(bench.running()).toEqual(['d']);
});

test('none, then one', async () => {
  const bench = openBench([]);
  expect(await bench.state()).toBe('missing');
  bench.plug([face]);
  expect(await bench.state()).toBe('live f');
});

test('a camera another program holds is tried again until it is free', async () => {
  const bench = openBench([documents]);
  bench.refuse('NotReadableError');
  expect(await bench.state()).toBe('busy any');
  bench.runOut();
  expect(await bench.state()).toBe('busy any');
  bench.refuse(null);
  bench.runOut();
  expect(await bench.state()).toBe('live d');
});

test('a refusal is not argued with', async () => {
  const bench = openBench([documents]);
  bench.refuse('NotAllowedError');
  expect(await bench.state()).toBe('denied');
  expect(bench.waits()).toBe(false);
  bench.refuse(null);
  bench.session.retry();
  expect(await bench.state()).toBe('live d');
});

test('closing lets the camera go, whenever it comes', async () => {
  const live = openBench([documents]);
  await live.state();
  live.session.close();
  live.plug([]);
  expect(live.running()).toEqual([]);

  const early = openBench([documents]);
  early.session.close();
  await early.state();
  expect(early.running()).toEqual([]);

  const missing = openBench([]);
  await missing.state();
  missing.session.close();
  expect(missing.waits()).toBe(false);
});

test('choosing while the first is still opening leaves only the chosen one running', async () => {
  const bench = openBench([documents, face]);
  await Promise.resolve();
  bench.session.choose(face);
  expect(await bench.state()).toBe('live f');
  expect(bench.running()).toEqual(['f']);
});
