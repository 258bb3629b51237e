import { expect, test } from 'vitest';
import { makeInput } from './make-input.ts';
import { runTarget } from './run-target.ts';
import { targets } from './targets.ts';

const table = new URL('./planted-targets.ts', import.meta.url).href;
const run = (target: string, only: number | null = null) =>
  runTarget({ table, target, seed: 1, milliseconds: 1_500, only, endlessMs: 3_000 });

test('a sound parser passes, and typed errors are counted', async () => {
  expect(await run('well')).toMatchObject({ kind: 'passed', refusals: 0 });
  const refusing = await run('refusing');
  expect(refusing.kind === 'passed' && refusing.refusals === refusing.executions).toBe(true);
});

test.each([
  ['throwing', 'An improper one'],
  ['endless', 'never ends'],
  ['slow', 'took 15'],
  ['greedy', 'bytes of memory'],
  ['growing', 'more than after its warm-up'],
])('a parser that is %s fails', async (target, words) => {
  const outcome = await run(target);
  expect(outcome.kind === 'failed' && outcome.why).toContain(words);
});

test('the seed and the number give the same input again, alone', async () => {
  const outcome = await run('throwing');
  if (outcome.kind !== 'failed') throw new Error('Expected a failure');
  expect(makeInput(1, outcome.execution, [Uint8Array.of(1, 2, 3)], 16)[0]).toBe(0xff);
  expect(await run('throwing', outcome.execution)).toMatchObject({
    kind: 'failed',
    execution: outcome.execution,
  });
  const other = Array.from({ length: 20 }, (_, execution) => makeInput(2, execution, [], 40).join());
  expect(new Set(other).size).toBeGreaterThan(15);
});

test('every target has its own name and samples it reads without an error', async () => {
  expect(new Set(targets.map(({ name }) => name)).size).toBe(targets.length);
  for (const { samples, longest, run: read } of targets) {
    expect(samples.length).toBeGreaterThan(0);
    for (const sample of samples) {
      expect(sample.length).toBeLessThanOrEqual(longest);
      await read(sample);
    }
  }
});
