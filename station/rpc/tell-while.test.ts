import { expect, test } from 'vitest';
import { tellWhile } from './tell-while.ts';

type News = { readonly step: string; readonly value?: number };

async function all(stream: AsyncIterable<News>): Promise<News[]> {
  const heard: News[] = [];
  for await (const news of stream) heard.push(news);
  return heard;
}

test('what is told is heard in order, several of one name only as the newest', async () => {
  const stream = tellWhile<News>(undefined, async (tell) => {
    tell({ step: 'wanted' });
    tell({ step: 'reading', value: 1 });
    tell({ step: 'reading', value: 2 });
    tell({ step: 'done' });
  });
  expect(await all(stream)).toEqual([{ step: 'wanted' }, { step: 'reading', value: 2 }, { step: 'done' }]);
});

test('it fails as the work fails, after what was told', async () => {
  const stream = tellWhile<News>(undefined, async (tell) => {
    tell({ step: 'wanted' });
    throw new RangeError('broken');
  });
  expect(await stream.next()).toEqual({ value: { step: 'wanted' }, done: false });
  await expect(stream.next()).rejects.toThrow('broken');
});

test('ended from outside, or closed, it tells the work and ends quietly', async () => {
  const outside = new AbortController();
  const waits = (ended: string[]) => (tell: (news: News) => void, signal: AbortSignal) =>
    new Promise<void>((_, reject) => {
      tell({ step: 'wanted' });
      signal.addEventListener('abort', () => {
        ended.push('ended');
        reject(signal.reason);
      });
    });
  const first: string[] = [];
  const stream = tellWhile<News>(outside.signal, waits(first));
  await stream.next();
  const next = stream.next();
  outside.abort();
  expect([await next, first]).toEqual([{ value: undefined, done: true }, ['ended']]);
  const second: string[] = [];
  const closed = tellWhile<News>(undefined, waits(second));
  await closed.next();
  await closed.return();
  expect(second).toEqual(['ended']);
});
