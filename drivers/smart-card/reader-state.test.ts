import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ABSENT, nextReaderState, type ReaderEvent, type ReaderState } from './reader-state.ts';

const event: fc.Arbitrary<ReaderEvent> = fc.oneof(
  fc.constantFrom<ReaderEvent>(
    { kind: 'attached' },
    { kind: 'detached' },
    { kind: 'opened' },
    { kind: 'session-started' },
    { kind: 'session-finished' },
  ),
  fc.record({
    kind: fc.constant('problem' as const),
    reason: fc.constantFrom('reader-busy' as const, 'silent' as const),
  }),
);

function run(...events: readonly ReaderEvent[]): ReaderState {
  return events.reduce(nextReaderState, ABSENT);
}

test('whatever happened, detached means absent and attached again means opening', () => {
  fc.assert(
    fc.property(fc.array(event), (events) => {
      expect(run(...events, { kind: 'detached' })).toEqual({ name: 'absent' });
      expect(run(...events, { kind: 'detached' }, { kind: 'attached' })).toEqual({ name: 'opening' });
    }),
  );
});

test('a reader is busy only while a session that was started has not finished', () => {
  fc.assert(
    fc.property(fc.array(event), (events) => {
      if (run(...events).name !== 'busy') return;
      const start = events.findLastIndex(({ kind }) => kind === 'session-started');
      const end = events.findLastIndex(({ kind }) => kind === 'session-finished' || kind === 'problem');
      expect(start).toBeGreaterThan(end);
    }),
  );
});

test('a fault lasts until the reader is opened again', () => {
  const opened: ReaderEvent[] = [{ kind: 'attached' }, { kind: 'opened' }];
  const fault: ReaderEvent = { kind: 'problem', reason: 'silent' };
  const start: ReaderEvent = { kind: 'session-started' };
  expect(run(...opened, fault, start)).toEqual({ name: 'faulted', reason: 'silent' });
  expect(run(...opened, fault, { kind: 'opened' })).toEqual({ name: 'ready' });
  const busy: ReaderEvent = { kind: 'problem', reason: 'reader-busy' };
  expect(run(...opened, fault, busy)).toEqual({ name: 'faulted', reason: 'reader-busy' });
});

test('an event that changes nothing gives back the same object', () => {
  const state = run({ kind: 'attached' }, { kind: 'opened' });
  expect(nextReaderState(state, { kind: 'opened' })).toBe(state);
});
