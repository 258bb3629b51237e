import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CameraEvent, type CameraState, nextCameraState } from './camera-state.ts';

const event: fc.Arbitrary<CameraEvent> = fc.oneof(
  fc.constantFrom<CameraEvent>(
    { kind: 'attached' },
    { kind: 'detached' },
    { kind: 'reopening' },
    { kind: 'opened' },
    { kind: 'capture-started' },
    { kind: 'capture-finished' },
  ),
  fc.record({
    kind: fc.constant('problem' as const),
    reason: fc.constantFrom('silent' as const, 'error' as const),
  }),
);

function run(...events: CameraEvent[]): CameraState {
  return events.reduce(nextCameraState, { name: 'absent' });
}

test('whatever happened, detached means absent and attached again means opening', () => {
  fc.assert(
    fc.property(fc.array(event), (events) => {
      expect(run(...events, { kind: 'detached' })).toEqual({ name: 'absent' });
      expect(run(...events, { kind: 'detached' }, { kind: 'attached' })).toEqual({ name: 'opening' });
    }),
  );
});

test('busy only between the start and the end of a capture', () => {
  fc.assert(
    fc.property(fc.array(event), (events) => {
      if (run(...events).name !== 'busy') return;
      const started = events.findLastIndex(({ kind }) => kind === 'capture-started');
      const ended = events.findLastIndex(({ kind }) => kind === 'capture-finished' || kind === 'detached');
      expect(started).toBeGreaterThan(ended);
    }),
  );
});

test('a fault is left once the camera opens, and an event that changes nothing gives back the same object', () => {
  const faulted = run({ kind: 'attached' }, { kind: 'problem', reason: 'silent' });
  expect(nextCameraState(faulted, { kind: 'capture-finished' })).toBe(faulted);
  expect(nextCameraState(faulted, { kind: 'problem', reason: 'silent' })).toBe(faulted);
  expect(nextCameraState(faulted, { kind: 'opened' })).toEqual({ name: 'ready' });
});
