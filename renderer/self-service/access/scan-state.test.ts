import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isFirst,
  NO_CHOICE,
  nextScan,
  type Place,
  ROUNDS_BEFORE_REST,
  ROUNDS_IN_GROUP,
  type ScanEvent,
  type ScanState,
} from './scan-state.ts';

const sizes = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 9 });
const place = fc.record({ group: fc.nat(10), item: fc.nat(12) });
const event: fc.Arbitrary<ScanEvent> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<ScanEvent>({ kind: 'tick' }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('press' as const), stays: fc.boolean() }) },
  fc.constant<ScanEvent>({ kind: 'pause' }),
  fc.constant<ScanEvent>({ kind: 'resume' }),
  fc.record({
    kind: fc.constant('shape' as const),
    sizes: fc.oneof(sizes, fc.constant([])),
    kept: fc.option(place),
  }),
);
const started = (shape: readonly number[]) =>
  nextScan(NO_CHOICE, { kind: 'shape', sizes: shape, kept: null }).state;
const tick = (state: ScanState) => nextScan(state, { kind: 'tick' }).state;
const press = (state: ScanState) => nextScan(state, { kind: 'press', stays: false });

function after(events: readonly ScanEvent[]): ScanState {
  return events.reduce<ScanState>((state, each) => nextScan(state, each).state, NO_CHOICE);
}

/** Presses where a person would, to come to `wanted`; answers what was chosen. */
function choose(shape: readonly number[], wanted: Place, from: ScanState): Place | null {
  let state = from;
  for (let turn = 0; turn < 500; turn += 1) {
    const there =
      state.name === 'resting' ||
      (state.name === 'groups' && state.group === wanted.group) ||
      (state.name === 'items' && state.group === wanted.group && state.item === wanted.item);
    if (!there) {
      state = tick(state);
      continue;
    }
    const step = press(state);
    if (step.chosen) return step.chosen;
    state = step.state;
  }
  throw new Error(`never came to ${JSON.stringify(wanted)} of ${JSON.stringify(shape)}`);
}

test('every item is reached with one switch, from wherever the ring is', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), sizes, (events, shape) => {
      const paused = nextScan(after(events), { kind: 'shape', sizes: shape, kept: null }).state;
      const { state } = nextScan(paused, { kind: 'resume' });
      for (const [group, size] of shape.entries())
        for (let item = 0; item < size; item += 1)
          expect(choose(shape, { group, item }, state)).toEqual({ group, item });
    }),
    { numRuns: 60 },
  );
});

test('the ring is always at something there is, and what is chosen is what it was at', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 80 }), (events) => {
      let state: ScanState = NO_CHOICE;
      for (const each of events) {
        const before = state;
        const step = nextScan(state, each);
        state = step.state;
        const moving = state.name === 'paused' ? state.still : state;
        if (moving.name === 'groups') expect(moving.sizes[moving.group]).toBeGreaterThan(0);
        if (moving.name === 'items') expect(moving.item).toBeLessThan(moving.sizes[moving.group] ?? 0);
        if (!step.chosen) continue;
        expect(each.kind).toBe('press');
        if (before.name !== 'items')
          expect(before).toMatchObject({ name: 'groups', group: step.chosen.group });
        else expect({ group: before.group, item: before.item }).toEqual(step.chosen);
      }
    }),
  );
});

test('left alone it rests after its rounds, and the next press begins again without choosing', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), sizes, (events, shape) => {
      const last = after(events);
      let { state } = nextScan(last, { kind: 'resume' });
      state = nextScan(state, { kind: 'shape', sizes: shape, kept: { group: 0, item: 0 } }).state;
      const most =
        (ROUNDS_BEFORE_REST + 1) * shape.length + Math.max(...shape) * (ROUNDS_BEFORE_REST + ROUNDS_IN_GROUP);
      for (let ticks = 0; ticks < most; ticks += 1) state = tick(state);
      expect(state).toEqual({ name: 'resting', sizes: shape });
      expect(press(state)).toEqual({ state: started(shape), chosen: null });
    }),
  );
});

test('while paused nothing moves and nothing is chosen', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), (events) => {
      const { state } = nextScan(after(events), { kind: 'pause' });
      expect(tick(state)).toBe(state);
      expect(press(state)).toEqual({ state, chosen: null });
    }),
  );
});

test('what may be wanted once more keeps the ring after it was chosen', () => {
  const moved = tick(started([3, 1, 4]));
  expect(nextScan(moved, { kind: 'press', stays: true })).toEqual({
    state: moved,
    chosen: { group: 1, item: 0 },
  });
});

test('a group entered by mistake is left after two rounds, to the group after it', () => {
  let { state } = press(started([3, 2]));
  for (let ticks = 0; ticks < 3 * ROUNDS_IN_GROUP; ticks += 1) state = tick(state);
  expect(state).toEqual({ name: 'groups', sizes: [3, 2], group: 1, rounds: 0 });
});

test('what appears while the ring is on its way leaves it where it is; at the start it stays first', () => {
  const moved = tick(started([3, 2, 4]));
  expect(nextScan(moved, { kind: 'shape', sizes: [1, 3, 2, 4], kept: { group: 2, item: 0 } }).state).toEqual({
    name: 'groups',
    sizes: [1, 3, 2, 4],
    group: 2,
    rounds: 0,
  });
  const first = nextScan(started([3, 2]), {
    kind: 'shape',
    sizes: [1, 3, 2],
    kept: { group: 1, item: 0 },
  }).state;
  expect(first).toEqual(started([1, 3, 2]));
  expect(isFirst(first)).toBe(true);
});
