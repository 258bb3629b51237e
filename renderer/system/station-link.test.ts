import { implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { afterEach, expect, test } from 'vitest';
import { FACE_LISTENS_MESSAGE, type StationState } from '../../contract/shell/window-messages.ts';
import { accessContract } from '../../contract/station/access.ts';
import { type StationEvent, systemContract } from '../../contract/station/system.ts';
import { StationLostError } from './errors.ts';
import { createStationLink, type StationLink } from './station-link.ts';

const topic = 'anjungan-station';
const openLinks: StationLink[] = [];
const openPorts: MessagePort[] = [];

afterEach(() => {
  for (const link of openLinks.splice(0)) link.close();
  for (const port of openPorts.splice(0)) port.close();
});

/** A page and its preload script: hands over ports and states, keeps what the page posted. */
function openFace(patienceMs?: number) {
  const page = new EventTarget();
  const posted: unknown[] = [];
  const link = createStationLink(
    {
      addEventListener: (type, listener) => page.addEventListener(type, listener as EventListener),
      removeEventListener: (type, listener) => page.removeEventListener(type, listener as EventListener),
      postMessage: (message) => posted.push(message),
    },
    patienceMs,
  );
  openLinks.push(link);
  const tell = (data: StationState, ports: MessagePort[] = []) =>
    page.dispatchEvent(new MessageEvent('message', { data, ports }));
  return { link, posted, tell };
}

/** A station whose `lock` answers with what `lock` says; its events are those of `events`. */
function openStation(
  tell: ReturnType<typeof openFace>['tell'],
  lock: () => Promise<Record<string, never>>,
  events: () => AsyncGenerator<StationEvent> = async function* () {},
) {
  const system = implement(systemContract);
  const access = implement(accessContract);
  const handler = new RPCHandler({
    system: { events: system.events.handler(events) },
    access: { lock: access.lock.handler(lock) },
  });
  const { port1, port2 } = new MessageChannel();
  openPorts.push(port2);
  handler.upgrade(port2);
  port2.start();
  tell({ topic, state: 'connected' }, [port1]);
  return { pagePort: port1 };
}

const never = () => new Promise<Record<string, never>>(() => {});

test('the page says that it listens and calls wait for the first port', async () => {
  const { link, posted, tell } = openFace();
  expect(posted).toEqual([FACE_LISTENS_MESSAGE]);
  const answer = link.client.access.lock();
  openStation(tell, async () => ({}));
  expect(await answer).toEqual({});
  expect(link.state()).toEqual({ state: 'connected' });
});

test('a call lost with its port is made once more over the next one', async () => {
  const { link, tell } = openFace();
  let calls = 0;
  let reached = () => {};
  const first = new Promise<void>((resolve) => {
    reached = resolve;
  });
  openStation(tell, () => {
    calls += 1;
    reached();
    return never();
  });
  const answer = link.client.access.lock();
  await first;
  tell({ topic, state: 'lost' });
  expect(link.state()).toEqual({ state: 'lost' });
  openStation(tell, async () => {
    calls += 1;
    return {};
  });
  expect(await answer).toEqual({});
  expect(calls).toBe(2);
});

test('a port that closes before the page hears that the station is lost loses no call', async () => {
  const { link, tell } = openFace();
  let calls = 0;
  const { pagePort } = openStation(tell, () => {
    calls += 1;
    openPorts.at(-1)?.close();
    return never();
  });
  const answer = link.client.access.lock();
  await new Promise<void>((resolve) => pagePort.addEventListener('close', () => resolve()));
  // Called between the end of the port and the news of it.
  const another = link.client.access.lock();
  tell({ topic, state: 'lost' });
  openStation(tell, async () => {
    calls += 1;
    return {};
  });
  expect(await Promise.all([answer, another])).toEqual([{}, {}]);
  expect(calls).toBe(3);
});

test('a call lost twice is rejected with a typed error', async () => {
  const { link, tell } = openFace();
  let calls = 0;
  const lose = () => {
    calls += 1;
    queueMicrotask(() => tell({ topic, state: 'lost' }));
    if (calls === 1) setImmediate(() => openStation(tell, lose));
    return never();
  };
  openStation(tell, lose);
  await expect(link.client.access.lock()).rejects.toBeInstanceOf(StationLostError);
  expect(calls).toBe(2);
});

test('a call gives up when no station comes', async () => {
  const { link } = openFace(5);
  await expect(link.client.access.lock()).rejects.toBeInstanceOf(StationLostError);
});

test('nothing waits for a station that cannot start', async () => {
  const { link, tell } = openFace();
  const waiting = link.client.access.lock();
  tell({ topic, state: 'fatal', reason: 'storage-full' });
  await expect(waiting).rejects.toBeInstanceOf(StationLostError);
  await expect(link.client.access.lock()).rejects.toBeInstanceOf(StationLostError);
  expect(link.state()).toEqual({ state: 'fatal', reason: 'storage-full' });
});

test('events are read again after each connection, which is told first', async () => {
  const { link, tell } = openFace();
  const heard: string[] = [];
  let settle = () => {};
  const bothHeard = new Promise<void>((resolve) => {
    settle = resolve;
  });
  link.onEvent((event) => {
    heard.push(event.type);
    if (event.type === 'queue-changed') tell({ topic, state: 'lost' });
    if (event.type === 'outbox-changed') settle();
  });
  const hold = () => new Promise<void>(() => {});
  openStation(tell, never, async function* () {
    yield { type: 'queue-changed' };
    await hold();
  });
  await new Promise<void>((resolve) => {
    const stop = link.subscribe(() => {
      stop();
      resolve();
    });
  });
  openStation(tell, never, async function* () {
    yield { type: 'outbox-changed' };
    await hold();
  });
  await bothHeard;
  expect(heard).toEqual(['connected', 'queue-changed', 'connected', 'outbox-changed']);
});

test('other messages of the page are left alone', () => {
  const { link, tell } = openFace();
  tell({ topic: 'something-else', state: 'connected' } as unknown as StationState);
  tell({ topic, state: 'connected' });
  expect(link.state()).toEqual({ state: 'connecting' });
});
