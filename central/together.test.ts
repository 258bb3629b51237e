import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTogether } from './together.ts';

/** Work that ends when the test says so. */
function slowWork() {
  const begun: { readonly key: string; readonly items: readonly number[]; end(fails: boolean): void }[] = [];
  const ask = createTogether<number, string>((key, items) => {
    const { promise, resolve, reject } = Promise.withResolvers<string[]>();
    const end = (fails: boolean) =>
      fails ? reject(new Error('work')) : resolve(items.map((item) => `${key}${item}`));
    begun.push({ key, items, end });
    return promise;
  });
  return { begun, ask };
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

test('whoever asks meanwhile is worked for next, all at once, and keys do not wait for each other', async () => {
  const { begun, ask } = slowWork();
  const results = Promise.all([ask('a', 1), ask('a', 2), ask('b', 3), ask('a', 4)]);
  expect(begun.map(({ items }) => items)).toEqual([[1], [3]]);
  begun[0]?.end(false);
  await settled();
  expect(begun[2]).toMatchObject({ key: 'a', items: [2, 4] });
  begun[1]?.end(false);
  begun[2]?.end(false);
  expect(await results).toEqual(['a1', 'a2', 'b3', 'a4']);
});

test('each gets its own result, or the failure of the time it was worked for, and the work goes on', async () => {
  const steps = fc.array(fc.constantFrom('ask a', 'ask b', 'end', 'fail'), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const { begun, ask } = slowWork();
      const failed = new Set<number>();
      const answers: Promise<void>[] = [];
      let ended = 0;
      async function end(fails: boolean): Promise<void> {
        const work = begun[ended];
        if (work === undefined) return;
        ended += 1;
        if (fails) for (const item of work.items) failed.add(item);
        work.end(fails);
        await settled();
      }
      for (const [item, step] of all.entries()) {
        if (!step.startsWith('ask')) {
          await end(step === 'fail');
          continue;
        }
        const key = step.slice(-1);
        answers.push(
          ask(key, item).then(
            (result) => expect([failed.has(item), result]).toEqual([false, `${key}${item}`]),
            (error: unknown) => expect([failed.has(item), String(error)]).toEqual([true, 'Error: work']),
          ),
        );
      }
      while (ended < begun.length) await end(false);
      await Promise.all(answers);
      const worked = begun.flatMap(({ items }) => items);
      expect(worked.toSorted((one, other) => one - other)).toEqual(
        [...all.entries()].filter(([, step]) => step.startsWith('ask')).map(([item]) => item),
      );
    }),
    { numRuns: 200 },
  );
});
