import { expect, test } from 'vitest';
import { type CodeWorker, createCodeReader } from './code-reader.ts';

const frame = { width: 1, height: 1, close: () => undefined } as ImageBitmap;

function openBench() {
  const sent: number[] = [];
  const timers = new Set<() => void>();
  let terminated = 0;
  const worker: CodeWorker = {
    onmessage: null,
    onerror: null,
    postMessage: ({ number }) => sent.push(number),
    terminate: () => {
      terminated += 1;
    },
  };
  const reader = createCodeReader({
    worker,
    schedule(run) {
      timers.add(run);
      return () => timers.delete(run);
    },
  });
  return {
    reader,
    sent,
    timers,
    terminated: () => terminated,
    answer: (number: number, text: string | null) =>
      worker.onmessage?.({ data: { number, outcome: { kind: 'read', text } } } as MessageEvent),
    fail: (number: number) =>
      worker.onmessage?.({ data: { number, outcome: { kind: 'failed' } } } as MessageEvent),
    crash: () => worker.onerror?.({} as ErrorEvent),
  };
}

test('answers find the frame they belong to, whatever their order', async () => {
  const bench = openBench();
  const first = bench.reader.read(frame);
  const second = bench.reader.read(frame);
  bench.answer(2, null);
  bench.answer(1, 'LB-0000-0000-0');
  bench.answer(1, 'again');
  bench.answer(77, 'nobody asked');
  expect(await Promise.all([first, second])).toEqual(['LB-0000-0000-0', null]);
  expect(bench.timers.size).toBe(0);
});

test.each([
  ['failed', (bench: ReturnType<typeof openBench>) => bench.fail(1)],
  ['failed', (bench: ReturnType<typeof openBench>) => bench.crash()],
  ['silent', (bench: ReturnType<typeof openBench>) => [...bench.timers][0]?.()],
  ['closed', (bench: ReturnType<typeof openBench>) => bench.reader.close()],
] as const)('a reader that is %s answers every frame with an error, then and later', async (kind, happen) => {
  const bench = openBench();
  const reads = [bench.reader.read(frame), bench.reader.read(frame)];
  happen(bench);
  for (const read of reads) await expect(read).rejects.toMatchObject({ kind });
  await expect(bench.reader.read(frame)).rejects.toMatchObject({ kind });
  expect(bench.timers.size).toBe(0);
  expect(bench.terminated()).toBe(1);
  expect(bench.sent).toEqual([1, 2]);
});
