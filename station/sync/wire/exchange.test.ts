import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { type ClientRequest, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { readerOf } from '../../byte-reader.ts';
import { createManualClock } from '../../clock/manual-clock.ts';
import { startUnrulyServer, type Treatment } from '../testing/unruly-server.ts';
import { createExchange, type WireRequest } from './exchange.ts';
import { answerPatience, HEARD_IDLE_MS, IDLE_MS } from './patience.ts';
import { readRetryAfter } from './retry-after.ts';

/** Of `node:http`, with `{ request }`. */
const REQUEST_BEGINS = 'http.client.request.start';

async function setUp(treatment: Treatment) {
  const server = await startUnrulyServer(() => treatment);
  const clock = createManualClock();
  const exchange = createExchange(clock);
  onTestFinished(async () => {
    exchange.close();
    await server.close();
  });
  const send = (change: Partial<WireRequest> = {}) =>
    exchange.send({
      method: 'POST',
      url: new URL('/v1/x', server.url),
      headers: {},
      body: readerOf(Buffer.from('hello')),
      signal: new AbortController().signal,
      ...change,
    });
  return { server, clock, exchange, send };
}

test('sends the whole body with its length and reads the whole answer', async () => {
  const { server, clock, send } = await setUp({ kind: 'answer', status: 201, body: { fine: true } });
  const body = Buffer.alloc(300_000, 'x');
  const answer = await send({ method: 'PATCH', body: readerOf(body) });
  expect([answer.status, JSON.parse(answer.body.toString())]).toEqual([201, { fine: true }]);
  expect(server.requests[0]?.headers['content-length']).toBe('300000');
  expect(server.requests[0]?.body.equals(body)).toBe(true);
  expect(clock.pendingTimers()).toBe(0);
});

test.each([
  ['grow on a line that takes them at once', 0, [16, 32, 64, 64, 64, 60]],
  ['stay small on one that does not', 30, [...Array<number>(18).fill(16), 12]],
])('pieces %s', async (_, millisecondsEach, kilobytes) => {
  const server = await startUnrulyServer(() => ({ kind: 'answer', body: {} }));
  let time = 0;
  const elapsed = () => {
    time += millisecondsEach;
    return time;
  };
  const exchange = createExchange({ ...createManualClock(), elapsed });
  onTestFinished(async () => {
    exchange.close();
    await server.close();
  });
  const pieces: number[] = [];
  const body = readerOf(Buffer.alloc(300 * 1024));
  await exchange.send({
    method: 'PATCH',
    url: new URL('/v1/x', server.url),
    headers: {},
    body,
    signal: new AbortController().signal,
    onBody: (bytes) => pieces.push(bytes / 1024),
  });
  expect(pieces).toEqual(kilobytes);
});

test('an error status is an answer, not a failure', async () => {
  const { send } = await setUp({ kind: 'answer', status: 500, body: 'oops' });
  expect((await send()).status).toBe(500);
});

test.each([
  ['before the answer', { kind: 'cut' }],
  ['in the middle of the answer', { kind: 'cut', after: '{"answers":[' }],
] satisfies [string, Treatment][])('a connection cut %s is a cut', async (_, treatment) => {
  const { clock, send } = await setUp(treatment);
  await expect(send()).rejects.toMatchObject({ kind: 'cut' });
  expect(clock.pendingTimers()).toBe(0);
});

test('nobody listening is unreachable', async () => {
  const { server, send } = await setUp({ kind: 'silence' });
  await server.close();
  await expect(send()).rejects.toMatchObject({ kind: 'unreachable' });
});

test('silence is given up after the time a small body may need, and no earlier', async () => {
  const { server, clock, send } = await setUp({ kind: 'silence' });
  const attempt = send();
  await server.seen(1);
  clock.advance(answerPatience(5) - 1);
  clock.advance(1);
  await expect(attempt).rejects.toMatchObject({ kind: 'stalled' });
  expect(answerPatience(5)).toBeLessThan(IDLE_MS + 10);
});

/** Resolves when the next request has been told something before its answer. */
function nextInformation(): Promise<void> {
  return new Promise((resolve) => {
    function follow(message: unknown): void {
      unsubscribe(REQUEST_BEGINS, follow);
      const { request } = message as { request: ClientRequest };
      request.once('information', () => setImmediate(resolve));
    }
    subscribe(REQUEST_BEGINS, follow);
  });
}

test('once central said that it hears, a line that goes silent is given up sooner', async () => {
  const clock = createManualClock();
  const server = createServer(
    (incoming, answer) => void incoming.once('data', () => answer.writeProcessing()),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const exchange = createExchange(clock);
  onTestFinished(() => {
    exchange.close();
    server.closeAllConnections();
    server.close();
  });
  const told = nextInformation();
  const attempt = exchange.send({
    method: 'PATCH',
    url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`),
    headers: {},
    body: readerOf(Buffer.alloc(100_000)),
    signal: new AbortController().signal,
  });
  await told;
  clock.advance(HEARD_IDLE_MS);
  await expect(attempt).rejects.toMatchObject({ kind: 'stalled' });
  expect(HEARD_IDLE_MS).toBeLessThan(IDLE_MS);
  expect(clock.pendingTimers()).toBe(0);
});

test('a caller may give up at any time', async () => {
  const { server, clock, send } = await setUp({ kind: 'silence' });
  const giveUp = new AbortController();
  const attempt = send({ signal: giveUp.signal });
  await server.seen(1);
  giveUp.abort();
  await expect(attempt).rejects.toMatchObject({ kind: 'aborted' });
  await expect(send({ signal: giveUp.signal })).rejects.toMatchObject({ kind: 'aborted' });
  expect(clock.pendingTimers()).toBe(0);
});

test('a refusal that comes before the whole body is read', async () => {
  const server = createServer((_, response) => {
    response.writeHead(413, { connection: 'close' });
    response.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const exchange = createExchange(createManualClock());
  onTestFinished(() => {
    exchange.close();
    server.closeAllConnections();
    server.close();
  });
  const answer = await exchange.send({
    method: 'PATCH',
    url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`),
    headers: {},
    body: readerOf(Buffer.alloc(30_000_000)),
    signal: new AbortController().signal,
  });
  expect(answer.status).toBe(413);
});

test('a slow line that moves is never given up, however long it takes', async () => {
  const clock = createManualClock();
  const server = createServer((incoming, response) => {
    // Far more than the idle time passes in all, and little between any two pieces.
    incoming.on('data', () => clock.advance(IDLE_MS / 300));
    incoming.on('end', () => response.end('{}'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const exchange = createExchange(clock);
  onTestFinished(() => {
    exchange.close();
    server.closeAllConnections();
    server.close();
  });
  const answer = await exchange.send({
    method: 'PATCH',
    url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`),
    headers: {},
    body: readerOf(Buffer.alloc(60_000_000)),
    signal: new AbortController().signal,
  });
  expect(answer.status).toBe(200);
  expect(clock.elapsed()).toBeGreaterThan(2 * IDLE_MS);
});

test('a body that cannot be read on ends the request and every timer', async () => {
  const { server, clock, send } = await setUp({ kind: 'answer', body: {} });
  const cause = new Error('the disk says no');
  const body = {
    byteLength: 100_000,
    read(from: number, length: number) {
      if (from > 0) throw cause;
      return Buffer.alloc(length);
    },
  };
  await expect(send({ body })).rejects.toMatchObject({ kind: 'unreadable', cause });
  expect([clock.pendingTimers(), server.requests.length]).toEqual([0, 0]);
});

test('an answer without end is cut off', async () => {
  const { send } = await setUp({ kind: 'answer', body: 'x'.repeat(9 * 1024 * 1024) });
  await expect(send()).rejects.toMatchObject({ kind: 'answer-too-long' });
});

test('Retry-After is obeyed within reason', () => {
  expect(readRetryAfter('7')).toBe(7_000);
  expect(readRetryAfter('999999999')).toBe(900_000);
  expect(readRetryAfter('Tue, 24 Nov 2026 00:00:00 GMT')).toBeUndefined();
  expect(readRetryAfter(undefined)).toBeUndefined();
});
