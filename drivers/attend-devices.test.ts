import { expect, test } from 'vitest';
import { attendDevices } from './attend-devices.ts';
import { createListeners } from './listeners.ts';

interface Plug {
  readonly key: string;
  readonly isOurs: boolean;
}

function rig(options: { atOnce?: number; there?: readonly Plug[]; cannotList?: boolean } = {}) {
  const attached = createListeners<Plug>();
  const detached = createListeners<Plug>();
  const troubles: unknown[] = [];
  /** Keys of those attended to now, and why each that left did. */
  const here = new Set<string>();
  const left: string[] = [];
  let present = [...(options.there ?? [])];
  const attendance = attendDevices<Plug>({
    bus: {
      list: async () => (options.cannotList ? Promise.reject(new Error('no')) : present),
      onAttach: attached.add,
      onDetach: detached.add,
    },
    ...(options.atOnce !== undefined && { atOnce: options.atOnce }),
    attend: ({ key, isOurs }, leaving) => (isOurs ? stay(key, leaving) : null),
    leftBecause: (why) => new Error(why),
    onTrouble: (error) => troubles.push(error),
  });

  async function stay(key: string, leaving: AbortSignal): Promise<void> {
    here.add(key);
    await new Promise((resolve) => leaving.addEventListener('abort', resolve, { once: true }));
    // What was begun is brought to its end.
    await settle();
    here.delete(key);
    left.push(`${key} ${leaving.reason.message}`);
  }

  return {
    attendance,
    troubles,
    left,
    here: () => [...here],
    plug(key: string, isOurs = true) {
      present = [...present, { key, isOurs }];
      attached.emit({ key, isOurs });
    },
    unplug(key: string) {
      present = present.filter((plug) => plug.key !== key);
      detached.emit({ key, isOurs: true });
    },
  };
}

async function settle(): Promise<void> {
  await new Promise(setImmediate);
}

test('attends to what is there and to what comes, each once, and to nothing else', async () => {
  const bench = rig({ there: [{ key: 'a', isOurs: true }] });
  bench.plug('a');
  bench.plug('b');
  bench.plug('c', false);
  await settle();
  expect(bench.here()).toEqual(['a', 'b']);
});

test('one that is detached is told so, and may be back under another key before it has left', async () => {
  const bench = rig();
  bench.plug('a1');
  bench.unplug('a1');
  bench.plug('a2');
  expect(bench.here()).toEqual(['a1', 'a2']);
  await settle();
  await settle();
  expect([bench.here(), bench.left]).toEqual([['a2'], ['a1 detached']]);
});

test('where one at a time is wanted, the next is found when the first has left', async () => {
  const bench = rig({ atOnce: 1 });
  bench.plug('a');
  bench.plug('b');
  expect(bench.here()).toEqual(['a']);
  bench.unplug('a');
  bench.plug('c');
  await settle();
  await settle();
  expect([bench.here(), bench.left]).toEqual([['b'], ['a detached']]);
});

test('closing leaves every device, waits for the last, and attends to no more', async () => {
  const bench = rig({ there: [{ key: 'a', isOurs: true }] });
  await settle();
  const closing = bench.attendance.close();
  bench.plug('b');
  expect(bench.attendance.closing.aborted).toBe(true);
  await closing;
  expect([bench.here(), bench.left]).toEqual([[], ['a closing']]);
});

test('a bus that cannot be listed is told, and what is plugged in later is attended to', async () => {
  const bench = rig({ cannotList: true });
  await settle();
  bench.plug('a');
  expect([bench.troubles.length, bench.here()]).toEqual([1, ['a']]);
  await bench.attendance.close();
});
