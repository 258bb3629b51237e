import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextPrinterState, type PrinterEvent, type PrinterState } from './printer-state.ts';

const event: fc.Arbitrary<PrinterEvent> = fc.oneof(
  fc.constantFrom<PrinterEvent>(
    { kind: 'attached' },
    { kind: 'detached' },
    { kind: 'reopening' },
    { kind: 'well' },
    { kind: 'job-started' },
    { kind: 'job-finished' },
  ),
  fc.record({
    kind: fc.constant('problem' as const),
    reason: fc.constantFrom('paper-out' as const, 'silent' as const),
  }),
);

function run(...events: PrinterEvent[]): PrinterState {
  return events.reduce(nextPrinterState, { name: 'absent' });
}

test('whatever happened, detached means absent and attached again means opening', () => {
  fc.assert(
    fc.property(fc.array(event), (events) => {
      expect(run(...events, { kind: 'detached' })).toEqual({ name: 'absent' });
      expect(run(...events, { kind: 'detached' }, { kind: 'attached' })).toEqual({ name: 'opening' });
    }),
  );
});

test('a job can be held only when one was started and has not finished', () => {
  fc.assert(
    fc.property(fc.array(event), (events) => {
      const state = run(...events);
      const lastStart = events.findLastIndex(({ kind }) => kind === 'job-started');
      const lastEnd = events.findLastIndex(({ kind }) => kind === 'job-finished' || kind === 'detached');
      if (state.name === 'busy' || (state.name === 'faulted' && state.holdsJob))
        expect(lastStart).toBeGreaterThan(lastEnd);
    }),
  );
});

test('a fault in a job comes back to the job; a fault outside comes back to ready', () => {
  const opened: PrinterEvent[] = [{ kind: 'attached' }, { kind: 'well' }];
  const fault: PrinterEvent = { kind: 'problem', reason: 'paper-out' };
  expect(run(...opened, fault, { kind: 'well' })).toEqual({ name: 'ready' });
  expect(run(...opened, { kind: 'job-started' }, fault, { kind: 'well' })).toEqual({ name: 'busy' });
  const given = run(...opened, { kind: 'job-started' }, fault, { kind: 'job-finished' });
  expect(given).toEqual({ name: 'faulted', reason: 'paper-out', holdsJob: false });
});

test('an event that changes nothing gives back the same object', () => {
  const state = run({ kind: 'attached' }, { kind: 'well' });
  expect(nextPrinterState(state, { kind: 'well' })).toBe(state);
});
