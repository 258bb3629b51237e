import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextScannerState, type ScannerEvent, type ScannerState } from './scanner-state.ts';

const event = fc.constantFrom<ScannerEvent>(
  { kind: 'attached' },
  { kind: 'detached' },
  { kind: 'opened' },
  { kind: 'failed', reason: 'busy' },
  { kind: 'failed', reason: 'denied' },
);

function run(...events: ScannerEvent[]): ScannerState {
  return events.reduce(nextScannerState, { name: 'absent' });
}

test('whatever happened, detached means absent and attached again means opening', () => {
  fc.assert(
    fc.property(fc.array(event), (events) => {
      expect(run(...events, { kind: 'detached' })).toEqual({ name: 'absent' });
      expect(run(...events, { kind: 'detached' }, { kind: 'attached' })).toEqual({ name: 'opening' });
    }),
  );
});

test('a fault stays until the scanner opens, and says its newest reason', () => {
  const busy: ScannerEvent = { kind: 'failed', reason: 'busy' };
  const faulted = run({ kind: 'attached' }, busy);
  expect(nextScannerState(faulted, busy)).toBe(faulted);
  expect(nextScannerState(faulted, { kind: 'failed', reason: 'denied' })).toEqual({
    name: 'faulted',
    reason: 'denied',
  });
  expect(nextScannerState(faulted, { kind: 'opened' })).toEqual({ name: 'ready' });
});

test('only an attached scanner becomes ready', () => {
  fc.assert(
    fc.property(fc.array(event), (events) => {
      if (run(...events).name !== 'ready') return;
      const attached = events.findLastIndex(({ kind }) => kind === 'attached');
      expect(attached).toBeGreaterThan(events.findLastIndex(({ kind }) => kind === 'detached'));
    }),
  );
});
