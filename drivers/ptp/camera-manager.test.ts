import { createCanvas } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import type { StillCameraFaults } from '../virtual/ptp/still-camera-faults.ts';
import { createStillCameraRig, type StillCameraRigOptions } from '../virtual/ptp/still-camera-rig.ts';
import type { CaptureReason } from './capture-result.ts';

const picture = new Uint8Array(createCanvas(320, 240).toBuffer('image/jpeg'));
/** Large enough for several transfers: coded data that never ends its scan early, then EOI. */
const large = Uint8Array.from([...picture.subarray(0, -2), ...new Uint8Array(3_000_000), 0xff, 0xd9]);

const rigOf = (options: Partial<StillCameraRigOptions> = {}) =>
  createStillCameraRig({ picture: () => picture, ...options });

test('becomes ready when plugged in, takes a picture, and leaves none on the camera', async () => {
  const rig = await rigOf({ shutterMs: 1_500 });
  expect(rig.manager.snapshot()).toEqual({ state: { name: 'ready' }, model: 'Virtual still camera' });
  const result = await rig.capture();
  expect(result).toMatchObject({ outcome: 'captured', width: 320, height: 240, leftOnCamera: false });
  expect(result.outcome === 'captured' && Buffer.compare(result.jpeg, picture)).toBe(0);
  expect(rig.states).toEqual(['opening', 'ready', 'busy', 'ready']);
  expect(rig.camera.store.handles()).toEqual([]);
  expect(rig.camera.problems).toEqual([]);
});

test.each([true, false])('tells progress up to the size (in parts: %s)', async (partial) => {
  const rig = await rigOf({ picture: () => large, abilities: { partial } });
  const told: number[] = [];
  const result = await rig.capture({
    onProgress: ({ receivedBytes, totalBytes }) => {
      expect(totalBytes).toBe(large.length);
      told.push(receivedBytes);
    },
  });
  expect(result.outcome).toBe('captured');
  expect(told.length).toBeGreaterThan(40);
  expect(told.at(-1)).toBe(large.length);
  expect(told).toEqual([...told].sort((one, other) => one - other));
});

test.each<[string, Partial<StillCameraFaults>]>([
  ['events that name no transaction', { events: 'anonymous' }],
  ['a raw file announced first', { raw: true }],
  ['data headers in their own packet', { headerAlone: true }],
  ['no class requests', { classRequests: 'stall' }],
  ['class requests answered with nothing', { classRequests: 'empty' }],
  ['two times busy', { busyOrders: 2 }],
])('a camera with %s is one all the same', async (_, faults) => {
  const rig = await rigOf();
  rig.camera.setFaults(faults);
  expect((await rig.capture()).outcome).toBe('captured');
  expect(rig.camera.problems).toEqual([]);
});

/** Faults in the middle of a capture, the reason given, and whether the same session goes on. */
test.each<[string, Partial<StillCameraFaults>, CaptureReason, boolean]>([
  ['busy for good', { busyOrders: 1_000 }, 'camera-busy', true],
  ['a full card', { store: 'full' }, 'store-full', true],
  ['no card', { store: 'missing' }, 'no-store', true],
  ['a card that fills up', { events: 'late-full' }, 'store-full', false],
  ['no event', { events: 'none' }, 'no-picture', false],
  ['the event of another transaction', { events: 'foreign' }, 'no-picture', false],
  ['garbage for an event', { events: 'garbage' }, 'error', false],
  ['no answer', { answers: 'silent' }, 'silent', false],
  ['garbage for an answer', { answers: 'garbage' }, 'error', false],
  ['the wrong transaction', { answers: 'wrong-transaction' }, 'error', false],
  ['2 GiB announced', { answers: 'oversize' }, 'too-large', false],
  ['more than announced', { answers: 'too-much' }, 'too-large', false],
  ['data cut short', { answers: 'truncated' }, 'error', false],
  ['OK and no data', { answers: 'dataless' }, 'error', false],
  ['a halted IN endpoint', { stall: 'in' }, 'stalled', false],
  ['a halted OUT endpoint', { stall: 'out' }, 'stalled', false],
  ['a halted event endpoint', { stall: 'events' }, 'stalled', false],
])(
  '%s ends in its reason, and the next picture after it is well again',
  async (_, faults, reason, goesOn) => {
    const rig = await rigOf({ shutterMs: 100 });
    rig.camera.setFaults(faults);
    const result = await rig.capture();
    expect(result.outcome).toBe('failed');
    if (result.outcome === 'failed') expect(result.reason).toBe(reason);
    if (goesOn) expect(rig.states).toEqual(['opening', 'ready', 'busy', 'ready']);
    rig.camera.setFaults({
      busyOrders: 0,
      store: 'ok',
      events: 'normal',
      answers: 'normal',
      stall: 'none',
    });
    await rig.clock.advance(5_000);
    expect(rig.manager.snapshot().state.name).toBe('ready');
    expect((await rig.capture()).outcome).toBe('captured');
  },
);

test.each([1, 200, 700, 70_000, 1_500_000])(
  'unplugged after %i bytes: failed at once, ready within 5 s of replugging',
  async (bytes) => {
    const rig = await rigOf({ picture: () => large });
    rig.camera.leaveAfter(bytes, () => rig.bus.unplug(rig.camera));
    const capturing = rig.manager.capture();
    await rig.clock.advance(100);
    expect(await capturing).toEqual({ outcome: 'failed', reason: 'unplugged' });
    expect(rig.manager.snapshot()).toEqual({ state: { name: 'absent' }, model: null });
    rig.bus.plug(rig.camera);
    await rig.clock.advance(5_000);
    expect(rig.manager.snapshot().state.name).toBe('ready');
    expect((await rig.capture()).outcome).toBe('captured');
  },
);

test('unplugged before the picture: failed, and the picture of that time is never given later', async () => {
  const rig = await rigOf({ shutterMs: 3_000 });
  const capturing = rig.manager.capture();
  await rig.clock.advance(1_000);
  rig.bus.unplug(rig.camera);
  await rig.clock.settle();
  expect(await capturing).toEqual({ outcome: 'failed', reason: 'unplugged' });
  rig.bus.plug(rig.camera);
  await rig.clock.advance(5_000);
  const [forgotten] = rig.camera.store.handles();
  expect(forgotten).toBe(1);
  const result = await rig.capture();
  expect(result.outcome).toBe('captured');
  expect(rig.camera.store.handles()).toEqual([forgotten]);
});

test('answers at once when there is no camera, and when one picture is under way', async () => {
  const rig = await rigOf({ plugged: false, shutterMs: 1_000 });
  expect(await rig.manager.capture()).toEqual({ outcome: 'failed', reason: 'camera-absent' });
  rig.bus.plug(rig.camera);
  await rig.clock.advance(200);
  const first = rig.manager.capture();
  expect(await rig.manager.capture()).toEqual({ outcome: 'failed', reason: 'camera-busy' });
  expect((await rig.finish(first)).outcome).toBe('captured');
});

test('a capture asked for while the camera opens is taken once it is open', async () => {
  const rig = await rigOf({ plugged: false });
  rig.bus.plug(rig.camera);
  await rig.clock.settle();
  expect(rig.manager.snapshot().state.name).toBe('opening');
  expect((await rig.capture()).outcome).toBe('captured');
});

test('aborting ends at once, in every part of a capture, and the camera is usable again', async () => {
  const rig = await rigOf({ picture: () => large, shutterMs: 1_000, abilities: { partial: false } });
  expect(await rig.manager.capture({ signal: AbortSignal.abort() })).toMatchObject({ reason: 'aborted' });
  const waiting = new AbortController();
  const first = rig.manager.capture({ signal: waiting.signal });
  await rig.clock.advance(500);
  waiting.abort(new Error('the officer cancelled'));
  await rig.clock.settle();
  expect(await first).toEqual({ outcome: 'failed', reason: 'aborted' });
  await rig.clock.advance(2_000);
  const reading = new AbortController();
  const second = rig.capture({ signal: reading.signal, onProgress: () => reading.abort() });
  expect(await second).toEqual({ outcome: 'failed', reason: 'aborted' });
  await rig.clock.advance(2_000);
  expect((await rig.capture()).outcome).toBe('captured');
  expect(rig.camera.problems).toEqual([]);
});

test('a picture that is no whole JPEG is not given', async () => {
  let bytes: Uint8Array = picture.subarray(0, 500);
  const rig = await rigOf({ picture: () => bytes });
  expect(await rig.capture()).toEqual({ outcome: 'failed', reason: 'not-a-jpeg' });
  bytes = new Uint8Array();
  expect(await rig.capture()).toEqual({ outcome: 'failed', reason: 'not-a-jpeg' });
  bytes = Uint8Array.from([...picture, 0, 0, 0]);
  const padded = await rig.capture();
  expect(padded.outcome === 'captured' && padded.jpeg.length).toBe(picture.length);
});

test('says when a copy stays on the card', async () => {
  const rig = await rigOf();
  rig.camera.setFaults({ deleteRefused: true });
  expect(await rig.capture()).toMatchObject({ outcome: 'captured', leftOnCamera: true });
});

test('the shutter pressed by hand while nobody asked is nobody’s picture', async () => {
  const rig = await rigOf();
  rig.camera.pressShutter();
  await rig.clock.advance(100);
  expect((await rig.capture()).outcome).toBe('captured');
  expect(rig.camera.store.handles()).toEqual([1]);
});

test('a camera another program holds is a fault until it is let go', async () => {
  const rig = await rigOf({ plugged: false });
  rig.bus.refuse(rig.camera, 'busy');
  rig.bus.plug(rig.camera);
  await rig.clock.advance(3_000);
  expect(await rig.manager.capture()).toEqual({ outcome: 'failed', reason: 'held-elsewhere' });
  rig.bus.refuse(rig.camera, null);
  await rig.clock.advance(5_000);
  expect((await rig.capture()).outcome).toBe('captured');
});

test('a camera that says it is busy is waited for, but not for ever', async () => {
  const rig = await rigOf({ plugged: false, faults: { busyStatuses: 4 } });
  rig.bus.plug(rig.camera);
  await rig.clock.advance(2_000);
  expect(rig.manager.snapshot().state.name).toBe('ready');
  rig.bus.unplug(rig.camera);
  rig.camera.setFaults({ busyStatuses: 1_000 });
  rig.bus.plug(rig.camera);
  await rig.clock.advance(6_000);
  expect(rig.manager.snapshot().state).toMatchObject({
    name: 'faulted',
    reason: 'camera-busy',
    holdsWork: false,
  });
});

test('a camera that cannot capture says so and is left in peace', async () => {
  const rig = await rigOf({ abilities: { capture: false } });
  await rig.clock.advance(60_000);
  expect(rig.states).toEqual(['opening', 'faulted:cannot-capture']);
  expect(await rig.manager.capture()).toEqual({ outcome: 'failed', reason: 'cannot-capture' });
  await rig.finish(rig.manager.close());
  expect(rig.clock.pending()).toBe(0);
});

test('closing in the middle of a capture settles everything and leaves no timer behind', async () => {
  const rig = await rigOf({ shutterMs: 60_000 });
  const capturing = rig.manager.capture();
  await rig.clock.advance(500);
  await rig.finish(rig.manager.close());
  expect(await capturing).toEqual({ outcome: 'failed', reason: 'aborted' });
  expect(await rig.manager.capture()).toEqual({ outcome: 'failed', reason: 'aborted' });
  expect(rig.camera.hasSession()).toBe(false);
  await rig.clock.advance(60_000);
  expect(rig.clock.pending()).toBe(0);
});

test('closing while the camera is being opened ends without more time passing', async () => {
  const rig = await rigOf({ plugged: false });
  rig.bus.plug(rig.camera);
  await rig.clock.settle();
  await rig.manager.close();
  expect(rig.manager.snapshot().state.name).toBe('absent');
});
