import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joined } from '../bundles/pieces.ts';
import { type GatherOptions, gather, type Wait } from './gather.ts';

const never: Wait = () => () => {};
const atOnce: Wait = (_, over) => {
  queueMicrotask(over);
  return () => {};
};

async function* pieces(list: readonly Uint8Array[], fails = false): AsyncGenerator<Uint8Array> {
  yield* list;
  if (fails) throw new Error('cut');
}

/** Its parts, each as one. */
async function* gathered(
  body: AsyncIterable<Uint8Array>,
  now: () => number,
  options: GatherOptions,
): AsyncGenerator<Buffer> {
  for await (const part of gather(body, now, options)) yield joined(part);
}

async function all(parts: AsyncIterable<Buffer>): Promise<Buffer[]> {
  const read: Buffer[] = [];
  for await (const part of parts) read.push(part);
  return read;
}

test('whatever arrives comes out once and in order, also before a cut, in parts that are never empty', async () => {
  const body = fc.array(fc.uint8Array({ minLength: 1, maxLength: 200_000 }), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(body, fc.boolean(), fc.nat(700), async (list, fails, step) => {
      let time = 0;
      const now = () => {
        time += step;
        return time;
      };
      const parts = await all(gathered(pieces(list, fails), now, { silence: never }));
      expect(Buffer.concat(parts).equals(Buffer.concat(list))).toBe(true);
      expect(parts.every((part) => part.length > 0)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('a sender that goes silent has what it sent written down, and may go on', async () => {
  const spoke = Promise.withResolvers<void>();
  async function* body(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('before');
    await spoke.promise;
    yield Buffer.from('after');
  }
  let silences = 0;
  const once: Wait = (milliseconds, over) => {
    silences += 1;
    return silences === 1 ? atOnce(milliseconds, over) : never(milliseconds, over);
  };
  const parts = gathered(body(), () => 0, { silence: once });
  expect((await parts.next()).value?.toString()).toBe('before');
  spoke.resolve();
  expect((await parts.next()).value?.toString()).toBe('after');
  expect((await parts.next()).done).toBe(true);
});

test('who stops reading ends the body', async () => {
  let ended = false;
  async function* body(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) yield Buffer.alloc(2 * 1024 * 1024);
    } finally {
      ended = true;
    }
  }
  for await (const part of gathered(body(), () => 0, { silence: never })) {
    expect(part.length).toBe(2 * 1024 * 1024);
    break;
  }
  await expect.poll(() => ended).toBe(true);
});

test('who stops reading does not wait for a sender that is silent', async () => {
  async function* body(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('before');
    await new Promise(() => {});
  }
  for await (const part of gathered(body(), () => 0, { silence: atOnce })) {
    expect(part.toString()).toBe('before');
    break;
  }
});

test('it reads on while a part is being written down, but no further than one more part', async () => {
  let read = 0;
  async function* body(): AsyncGenerator<Uint8Array> {
    for (let piece = 0; piece < 100; piece += 1) {
      read += 1;
      yield Buffer.alloc(64 * 1024);
    }
  }
  const parts = gathered(body(), () => 0, { silence: never });
  expect((await parts.next()).value?.length).toBe(1024 * 1024);
  await new Promise((resolve) => setImmediate(resolve));
  expect(read).toBe(32);
  let rest = 0;
  for await (const part of parts) rest += part.length;
  expect(rest).toBe(84 * 64 * 1024);
});

test('told that no more is wanted, it takes in what still comes and ends with the first silence', async () => {
  const asked = new AbortController();
  const spoke = Promise.withResolvers<void>();
  async function* body(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('before ');
    await spoke.promise;
    yield Buffer.from('after');
    await new Promise(() => {});
  }
  const silence = Promise.withResolvers<void>();
  const whenTold: Wait = (_, over) => {
    void silence.promise.then(over);
    return () => {};
  };
  const parts = all(gathered(body(), () => 0, { signal: asked.signal, silence: whenTold }));
  await new Promise((resolve) => setImmediate(resolve));
  asked.abort();
  spoke.resolve();
  await new Promise((resolve) => setImmediate(resolve));
  silence.resolve();
  expect(Buffer.concat(await parts).toString()).toBe('before after');
});

test('told that no more is wanted, it does not listen for ever to who goes on', async () => {
  const asked = new AbortController();
  let time = 0;
  async function* body(): AsyncGenerator<Uint8Array> {
    for (;;) {
      time += 100;
      yield Buffer.alloc(1_000);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  asked.abort();
  await all(gathered(body(), () => time, { signal: asked.signal, silence: never }));
  expect(time).toBeLessThan(10_000);
});
