import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { readEagerly } from './eager-body.ts';

async function all(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of body) pieces.push(piece);
  return Buffer.concat(pieces);
}

test('whatever is written comes out once and in order, also what is more than is held', async () => {
  const pieces = fc.array(fc.uint8Array({ minLength: 1, maxLength: 150_000 }), { maxLength: 10 });
  await fc.assert(
    fc.asyncProperty(pieces, async (list) => {
      const stream = new PassThrough();
      let told = 0;
      const body = readEagerly(stream, (bytes) => {
        told += bytes;
      });
      for (const piece of list) stream.write(piece);
      stream.end();
      const whole = await all(body);
      expect(whole.equals(Buffer.concat(list))).toBe(true);
      expect(told).toBe(whole.length);
    }),
    { numRuns: 40 },
  );
});

test('what is let go of does not hold the stream back', async () => {
  const stream = new PassThrough();
  const body = readEagerly(stream);
  for (let piece = 0; piece < 20; piece += 1) stream.write(Buffer.alloc(64 * 1024));
  body.release();
  stream.end();
  await new Promise((resolve) => stream.once('end', resolve));
  expect((await all(body)).length).toBe(0);
});

test('a connection that is cut before anybody looks costs nothing of what had come', async () => {
  const seen = Promise.withResolvers<Buffer>();
  const arrived = Promise.withResolvers<void>();
  const server = createServer((incoming) => {
    const body = readEagerly(incoming);
    incoming.once('close', () => void all(body).then(seen.resolve));
    arrived.resolve();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const sender = request({ port, method: 'PATCH', headers: { 'content-length': 1_000_000 } });
  sender.on('error', () => {});
  await new Promise<void>((resolve) => sender.write(Buffer.alloc(200_000, 7), () => resolve()));
  await arrived.promise;
  sender.destroy();
  expect((await seen.promise).length).toBe(200_000);
});
