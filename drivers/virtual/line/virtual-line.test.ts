import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createManualClock, type ManualClock } from '../manual-clock.ts';
import { createVirtualLine, type VirtualLine } from './virtual-line.ts';

let central: Server;
let clock: ManualClock;
let line: VirtualLine;
let received: Buffer[];
let callers: Socket[];

beforeEach(async () => {
  received = [];
  callers = [];
  central = createServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', (bytes) => {
      received.push(bytes);
      socket.write(bytes);
      central.emit('received');
    });
  });
  await new Promise<void>((resolve) => central.listen(0, '127.0.0.1', resolve));
  const address = central.address();
  if (address === null || typeof address === 'string') throw new TypeError('Expected a TCP address');
  clock = createManualClock();
  line = await createVirtualLine({ clock, target: { host: '127.0.0.1', port: address.port } });
});

afterEach(async () => {
  for (const caller of callers) caller.destroy();
  await line.close();
  await new Promise((resolve) => central.close(resolve));
});

async function call(): Promise<Socket> {
  const socket = connect(line.port, '127.0.0.1');
  socket.on('error', () => {});
  socket.resume();
  callers.push(socket);
  await once(socket, 'connect');
  return socket;
}

test('passes bytes both ways', async () => {
  const socket = await call();
  socket.write('halo');
  const [answer] = await once(socket, 'data');
  expect(String(answer)).toBe('halo');
});

test('cut resets what is open and refuses what is new; restored, it works at the same port', async () => {
  const socket = await call();
  const closed = closing(socket);
  await line.cut();
  await closed;
  await expect(call()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  expect(line.state()).toBe('cut');

  await line.restore();
  const again = await call();
  again.write('lagi');
  expect(String((await once(again, 'data'))[0])).toBe('lagi');
});

test('a line cut after n bytes has delivered exactly n', async () => {
  line.cutAfter(5);
  const socket = await call();
  const closed = closing(socket);
  const arrived = once(central, 'received');
  socket.write('0123456789');
  await arrived;
  await clock.advance(1);
  await closed;
  expect(String(Buffer.concat(received))).toBe('01234');
  expect(line.state()).toBe('cut');
});

test('what comes between the last byte that passed and the break does not pass: no line leaves a hole', async () => {
  line.cutAfter(5);
  const ended = new Promise((resolve) => {
    central.once('connection', (socket) => socket.once('end', () => resolve('ended')));
  });
  const socket = await call();
  const arrived = once(central, 'received');
  socket.write('0123456789');
  await arrived;
  socket.end('abc');
  await ended;
  const closed = closing(socket);
  await clock.advance(1);
  await closed;
  expect(String(Buffer.concat(received))).toBe('01234');
});

test('a stalled line takes connections and carries nothing', async () => {
  await line.stall();
  const socket = await call();
  socket.write('ditelan');
  await clock.advance(10_000);
  expect(received).toEqual([]);
  const closed = closing(socket);
  await line.restore();
  await closed;
});

test('a slow line takes the time its speed says', async () => {
  line.setQuality({ bytesPerSecond: 1_000, latencyMs: 0 });
  const socket = await call();
  socket.write(Buffer.alloc(500));
  const first = once(central, 'received');
  while (clock.pending() === 0) await clock.settle();
  await clock.advance(50);
  await first;
  expect(Buffer.concat(received)).toHaveLength(50);
});

/** Settles on `close`, with or without an error: which of the two a reset gives depends on what was unread. */
function closing(socket: Socket): Promise<void> {
  return new Promise((resolve) => socket.once('close', () => resolve()));
}
