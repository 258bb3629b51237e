import { expect, test } from 'vitest';
import { decodeMessage, encodeMessage } from '../../ptp/container.ts';
import { OPERATION, RESPONSE } from '../../ptp/ptp-codes.ts';
import { createManualClock } from '../manual-clock.ts';
import { createPacketQueue } from './packet-queue.ts';
import { createVirtualStillCamera } from './virtual-still-camera.ts';

function camera() {
  const made = createVirtualStillCamera({ clock: createManualClock(), picture: () => new Uint8Array(4) });
  const send = (code: number, transaction: number, ...parameters: number[]) =>
    made.packetOut(2, encodeMessage('command', { code, transaction, parameters }));
  const answer = () => {
    const packet = made.packetIn(1);
    return packet instanceof Uint8Array ? decodeMessage('response', packet)?.code : packet;
  };
  return { camera: made, send, answer };
}

test('a transfer ends in a short packet, or in an empty one', () => {
  const queue = createPacketQueue(8);
  const sizes = () => {
    const found: number[] = [];
    for (let packet = queue.next(); packet; packet = queue.next()) found.push(packet.length);
    return found;
  };
  queue.add(new Uint8Array(20));
  expect(sizes()).toEqual([8, 8, 4]);
  queue.add(new Uint8Array(16));
  expect(sizes()).toEqual([8, 8, 0]);
  const wide = createPacketQueue(64);
  wide.add(new Uint8Array(70), true);
  expect([wide.next()?.length, wide.next()?.length, wide.next()]).toEqual([12, 58, null]);
});

test('nothing but DeviceInfo without a session, and no second session', () => {
  const { send, answer } = camera();
  send(OPERATION.getStorageIds, 0);
  expect(answer()).toBe(RESPONSE.sessionNotOpen);
  send(OPERATION.openSession, 0, 0);
  expect(answer()).toBe(RESPONSE.invalidParameter);
  send(OPERATION.openSession, 0, 1);
  expect(answer()).toBe(RESPONSE.ok);
  send(OPERATION.openSession, 0, 1);
  expect(answer()).toBe(RESPONSE.sessionAlreadyOpen);
});

test('transactions are counted, and one ends before the next', () => {
  const { camera: made, send, answer } = camera();
  send(OPERATION.openSession, 0, 1);
  expect(send(OPERATION.getStorageIds, 1)).toBe('stall');
  answer();
  expect(send(OPERATION.deleteObject, 2, 9)).toBe('stall');
  expect(send(OPERATION.deleteObject, 1, 9)).toBe('ack');
  expect(answer()).toBe(RESPONSE.invalidObjectHandle);
  expect(answer()).toBe('nak');
  expect(made.problems).toHaveLength(2);
});

test('what is no command is stalled, on any endpoint', () => {
  const { camera: made } = camera();
  expect(made.packetOut(2, new Uint8Array(11))).toBe('stall');
  expect(made.packetOut(2, encodeMessage('event', { code: 1, transaction: 0, parameters: [] }))).toBe(
    'stall',
  );
  expect(made.packetOut(1, new Uint8Array(12))).toBe('stall');
  expect(made.packetIn(2)).toBe('stall');
  expect(made.controlIn({ type: 'vendor', recipient: 'interface', request: 0x67, value: 0, index: 0 })).toBe(
    'stall',
  );
  expect(made.controlIn({ type: 'class', recipient: 'interface', request: 0x67, value: 0, index: 1 })).toBe(
    'stall',
  );
});
