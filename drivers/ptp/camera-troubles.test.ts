import { createCanvas } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { createStillCameraRig, type StillCameraRigOptions } from '../virtual/ptp/still-camera-rig.ts';
import { LARGEST_PICTURE } from './read-picture.ts';

const picture = new Uint8Array(createCanvas(320, 240).toBuffer('image/jpeg'));

const rigOf = (options: Partial<StillCameraRigOptions> = {}) =>
  createStillCameraRig({ picture: () => picture, ...options });

test('a slow camera is being opened for some seconds, and takes pictures then', async () => {
  const rig = await rigOf({ plugged: false });
  rig.bus.slow(rig.camera, 1_500);
  rig.bus.plug(rig.camera);
  await rig.clock.advance(4_000);
  expect(rig.states).toEqual(['opening']);
  await rig.clock.advance(1_500);
  expect(rig.states).toEqual(['opening', 'ready']);
  expect((await rig.capture()).outcome).toBe('captured');
});

test.each([
  { fault: { answers: 'silent' }, reason: 'silent' },
  { fault: { answers: 'garbage' }, reason: 'error' },
  { fault: { stall: 'out' }, reason: 'stalled' },
] as const)('plugged in $reason: told once for as long as it lasts, then well', async ({ fault, reason }) => {
  const rig = await rigOf({ plugged: false, faults: fault });
  rig.bus.plug(rig.camera);
  await rig.clock.advance(30_000);
  rig.camera.setFaults({ answers: 'normal', stall: 'none' });
  await rig.clock.advance(5_000);
  expect(rig.states).toEqual(['opening', `faulted:${reason}`, 'ready']);
});

test('a camera that refuses the order, and a picture beyond the bound, are told', async () => {
  const rig = await rigOf();
  rig.camera.setFaults({ ordersRefused: true });
  expect(await rig.capture()).toEqual({ outcome: 'failed', reason: 'refused' });
  rig.camera.setFaults({ ordersRefused: false, announcedSize: LARGEST_PICTURE + 1 });
  expect(await rig.capture()).toEqual({ outcome: 'failed', reason: 'too-large' });
  rig.camera.setFaults({ announcedSize: null });
  await rig.clock.advance(5_000);
  expect((await rig.capture()).outcome).toBe('captured');
});

test('a camera the system refuses says so', async () => {
  const rig = await rigOf({ plugged: false });
  rig.bus.refuse(rig.camera, 'denied');
  rig.bus.plug(rig.camera);
  await rig.clock.advance(100);
  expect(await rig.manager.capture()).toEqual({ outcome: 'failed', reason: 'denied' });
});
