import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import type { Face } from '../../contract/shell/face.ts';
import type { ToStation } from '../../contract/shell/station-channel.ts';
import type { StationState } from '../../contract/shell/window-messages.ts';
import { LARGEST_FACE_MESSAGE } from './face-data.ts';
import { createRelay, type FaceWindow, type OpenPort } from './relay.ts';
import { parseFromStation } from './station-messages.ts';

const ports: MessagePort[] = [];

const openPort: OpenPort<MessagePort> = (listener) => {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  port1.on('message', listener.message);
  port1.on('close', listener.closed);
  return { near: { send: (data) => port1.postMessage(data), close: () => port1.close() }, far: port2 };
};

afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

function createBench() {
  const toStation: ToStation[] = [];
  const arrived = Promise.withResolvers<void>();
  const relay = createRelay(
    openPort,
    (message) => {
      toStation.push(message);
      if (message.type === 'face-message') arrived.resolve();
    },
    () => {},
  );
  return { relay, toStation, arrived: arrived.promise };
}

function createWindow(face: Face) {
  const told: StationState['state'][] = [];
  const given: MessagePort[] = [];
  const window: FaceWindow<MessagePort> = {
    face,
    tell(state, port) {
      told.push(state.state);
      if (port) given.push(port);
    },
  };
  return { window, told, given };
}

function received(port: MessagePort | undefined): Promise<unknown> {
  return new Promise((resolve) => port?.once('message', resolve));
}

test('a page that listens before the station is ready gets its port when it is', () => {
  const { relay, toStation } = createBench();
  const counter = createWindow('counter');
  relay.listens(counter.window);
  expect(counter.told).toEqual([]);
  relay.stationReady();
  expect(counter.told).toEqual(['connected']);
  expect(toStation).toEqual([{ type: 'face-opened', faceId: 1, face: 'counter' }]);
});

test('bytes and text pass both ways, stamped by the window they came from', async () => {
  const { relay, toStation, arrived } = createBench();
  const display = createWindow('display');
  relay.stationReady();
  relay.listens(display.window);
  display.given[0]?.postMessage('{"face":"counter"}');
  await arrived;
  expect(toStation).toEqual([
    { type: 'face-opened', faceId: 1, face: 'display' },
    { type: 'face-message', faceId: 1, data: '{"face":"counter"}' },
  ]);
  const answer = received(display.given[0]);
  relay.fromStation({ type: 'face-message', faceId: 1, data: new Uint8Array([1, 2, 3]) });
  expect(await answer).toEqual(new Uint8Array([1, 2, 3]));
});

test('a reloaded page gets a new port and the old one is closed at the station', () => {
  const { relay, toStation } = createBench();
  const counter = createWindow('counter');
  relay.stationReady();
  relay.listens(counter.window);
  relay.listens(counter.window);
  expect(counter.told).toEqual(['connected', 'connected']);
  expect(toStation.slice(1)).toEqual([
    { type: 'face-closed', faceId: 1 },
    { type: 'face-opened', faceId: 2, face: 'counter' },
  ]);
});

test('a lost station is told to every page, and its return brings new ports', () => {
  const { relay, toStation } = createBench();
  const counter = createWindow('counter');
  const tray = createWindow('practice-tray');
  relay.stationReady();
  relay.listens(counter.window);
  relay.listens(tray.window);
  relay.stationLost();
  expect(toStation.some((message) => message.type === 'face-closed')).toBe(false);
  relay.stationReady();
  expect(counter.told).toEqual(['connected', 'lost', 'connected']);
  expect(tray.told).toEqual(['connected', 'lost', 'connected']);
});

test('a fatal reason is told now and to pages that come later', () => {
  const { relay } = createBench();
  const counter = createWindow('counter');
  const late = createWindow('display');
  relay.listens(counter.window);
  relay.stationFatal('storage-full');
  relay.listens(late.window);
  expect([counter.told, late.told]).toEqual([['fatal'], ['fatal']]);
});

test('a window that left hears nothing more', () => {
  const { relay, toStation } = createBench();
  const counter = createWindow('counter');
  relay.stationReady();
  relay.listens(counter.window);
  relay.leaves(counter.window);
  relay.stationLost();
  relay.fromStation({ type: 'face-message', faceId: 1, data: 'late answer' });
  expect(counter.told).toEqual(['connected']);
  expect(toStation.at(-1)).toEqual({ type: 'face-closed', faceId: 1 });
});

test('what is too large or of no known kind renews the port, so that no call waits for ever', async () => {
  for (const message of [{ an: 'object' }, 7, 'x'.repeat(LARGEST_FACE_MESSAGE / 2 + 1)]) {
    const { relay, toStation } = createBench();
    const renewed = Promise.withResolvers<void>();
    const counter = createWindow('counter');
    relay.stationReady();
    relay.listens({
      face: 'counter',
      tell(state, port) {
        counter.window.tell(state, port);
        if (counter.given.length === 2) renewed.resolve();
      },
    });
    counter.given[0]?.postMessage(message);
    await renewed.promise;
    expect(counter.told).toEqual(['connected', 'lost', 'connected']);
    expect(toStation.some((sent) => sent.type === 'face-message')).toBe(false);
  }
});

test('only messages of the contract are taken from a station', () => {
  expect(parseFromStation({ type: 'face-message', faceId: 1, data: 'x' })).toMatchObject({ data: 'x' });
  expect(parseFromStation({ type: 'hello', pid: 7 })).toEqual({ type: 'hello', pid: 7 });
  for (const wrong of [
    null,
    'hello',
    { type: 'face-message', faceId: 1.5, data: 'x' },
    { type: 'face-message', faceId: 1, data: {} },
    { type: 'fatal', reason: 'bored' },
    { type: 'open-window' },
  ]) {
    expect(parseFromStation(wrong)).toBeUndefined();
  }
});
