import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFlushFolder } from './flush-folder.ts';

/** A disk whose flushes end when the test says so, in the order they began. */
function slowDisk() {
  const begun: { readonly folder: string; readonly holds: readonly string[]; end(fails: boolean): void }[] =
    [];
  const names: string[] = [];
  const flush = createFlushFolder((folder) => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const holds = [...names];
    begun.push({ folder, holds, end: (fails) => (fails ? reject(new Error('disk')) : resolve()) });
    return promise;
  });
  return { names, begun, flush };
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

test('who asks while a folder is flushed shares the next flush with all others', async () => {
  const { begun, flush } = slowDisk();
  const first = flush('a');
  const others = [flush('a'), flush('a'), flush('a')];
  await settled();
  expect(begun).toHaveLength(1);
  begun[0]?.end(false);
  await first;
  await settled();
  expect(begun).toHaveLength(2);
  begun[1]?.end(false);
  await Promise.all(others);
  const later = flush('a');
  expect(begun).toHaveLength(3);
  begun[2]?.end(false);
  await later;
});

test('folders do not wait for each other', () => {
  const { begun, flush } = slowDisk();
  void flush('a');
  void flush('b');
  expect(begun.map(({ folder }) => folder)).toEqual(['a', 'b']);
});

test('a name is durable when its flush resolves, and a failure is told to those it concerns', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom('name', 'end', 'fail'), { maxLength: 40 }), async (steps) => {
      const { names, begun, flush } = slowDisk();
      const durable = new Set<string>();
      const waiting: Promise<void>[] = [];
      let ended = 0;
      async function end(fails: boolean): Promise<void> {
        const one = begun[ended];
        if (one === undefined) return;
        ended += 1;
        if (!fails) for (const name of one.holds) durable.add(name);
        one.end(fails);
        await settled();
      }
      for (const [place, step] of steps.entries()) {
        if (step !== 'name') {
          await end(step === 'fail');
          continue;
        }
        const name = String(place);
        names.push(name);
        waiting.push(
          flush('a').then(
            () => expect(durable).toContain(name),
            (error: unknown) => expect(error).toMatchObject({ message: 'disk' }),
          ),
        );
      }
      while (ended < begun.length) await end(false);
      await Promise.all(waiting);
    }),
    { numRuns: 200 },
  );
});
