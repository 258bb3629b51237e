import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide, type SupervisorEffect, type SupervisorEvent, type SupervisorState } from './machine.ts';
import { backoff, defaultTimings as timings } from './timings.ts';

function play(events: readonly SupervisorEvent[], from: SupervisorState = { name: 'idle' }) {
  const effects: SupervisorEffect[] = [];
  let state = from;
  for (const event of events) {
    const decision = decide(state, event, timings);
    state = decision.state;
    effects.push(...decision.effects);
  }
  return { state, effects };
}

const toRunning: SupervisorEvent[] = [{ type: 'start' }, { type: 'hello' }, { type: 'ready' }];

describe('a supervised process', () => {
  test('is started, told to start and announced', () => {
    const { state, effects } = play(toRunning);
    expect(state).toMatchObject({ name: 'running', failures: 0 });
    expect(effects.map((effect) => effect.type)).toEqual([
      'fork',
      'arm',
      'send-start',
      'arm',
      'disarm',
      'arm',
      'arm',
      'tell-ready',
    ]);
  });

  test('is killed when it does not say hello or is not ready in time', () => {
    const late: SupervisorEvent = { type: 'timer', timer: 'deadline' };
    expect(play([{ type: 'start' }, late]).state.name).toBe('killing');
    expect(play([{ type: 'start' }, { type: 'hello' }, late]).state.name).toBe('killing');
  });

  test('is killed after its last allowed unanswered ping, and not before', () => {
    const beat: SupervisorEvent = { type: 'timer', timer: 'heartbeat' };
    const beats = Array.from({ length: timings.unanswered }, () => beat);
    expect(play([...toRunning, ...beats]).state.name).toBe('running');
    const { state, effects } = play([...toRunning, ...beats, beat]);
    expect(state.name).toBe('killing');
    expect(effects).toContainEqual({ type: 'tell-lost' });
    expect(effects).toContainEqual({ type: 'terminate', graceMs: 0 });
  });

  test('lives on when it answers the newest ping; an old answer does not count', () => {
    const beat: SupervisorEvent = { type: 'timer', timer: 'heartbeat' };
    const { state } = play([...toRunning, beat, beat, { type: 'pong', sequence: 1 }]);
    expect(state).toMatchObject({ unanswered: 2 });
    expect(decide(state, { type: 'pong', sequence: 2 }, timings).state).toMatchObject({ unanswered: 0 });
  });

  test('is started again after a growing wait, which is forgotten once it was stable', () => {
    const crash: SupervisorEvent[] = [...toRunning.slice(1), { type: 'exited' }];
    const again: SupervisorEvent = { type: 'timer', timer: 'backoff' };
    const twice = play([{ type: 'start' }, ...crash, again, ...crash]);
    expect(twice.state).toEqual({ name: 'waiting', failures: 2 });
    expect(twice.effects).toContainEqual({ type: 'arm', timer: 'backoff', ms: backoff(2, timings) });
    const healed = play([again, ...toRunning.slice(1), { type: 'timer', timer: 'stable' }], twice.state);
    expect(healed.state).toMatchObject({ name: 'running', failures: 0 });
  });

  test('is killed when it speaks outside its contract or out of turn', () => {
    expect(play([...toRunning, { type: 'ill-formed' }]).state.name).toBe('killing');
    expect(play([...toRunning, { type: 'ready' }]).state.name).toBe('killing');
    expect(play([{ type: 'start' }, { type: 'ready' }]).state.name).toBe('killing');
  });

  test('is never started again after a fatal reason', () => {
    const fatal: SupervisorEvent = { type: 'fatal', reason: 'newer-database' };
    const { state, effects } = play([
      { type: 'start' },
      { type: 'hello' },
      fatal,
      { type: 'exited' },
      { type: 'timer', timer: 'backoff' },
      { type: 'start' },
    ]);
    expect(state).toEqual({ name: 'failed', reason: 'newer-database' });
    expect(effects.filter((effect) => effect.type === 'fork')).toHaveLength(1);
    expect(effects).toContainEqual({ type: 'tell-fatal', reason: 'newer-database' });
  });

  test('waits longer each time, up to the cap', () => {
    const waits = Array.from({ length: 100 }, (_, index) => backoff(index + 1, timings));
    expect(waits[0]).toBe(timings.firstBackoff);
    expect(waits.every((wait, index) => wait >= (waits[index - 1] ?? 0))).toBe(true);
    expect(waits.at(-1)).toBe(timings.longestBackoff);
  });
});

const anyEvent: fc.Arbitrary<SupervisorEvent> = fc.oneof(
  fc.constantFrom<SupervisorEvent>(
    { type: 'start' },
    { type: 'hello' },
    { type: 'ready' },
    { type: 'ill-formed' },
    { type: 'exited' },
    { type: 'fatal', reason: 'wrong-key' },
  ),
  fc.record({ type: fc.constant('pong' as const), sequence: fc.nat(5) }),
  fc.record({
    type: fc.constant('timer' as const),
    timer: fc.constantFrom('deadline' as const, 'heartbeat' as const, 'stable' as const, 'backoff' as const),
  }),
);

test('whatever happens: ready and lost alternate, one process at a time, and stop always ends it', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 60 }), (events) => {
      let state: SupervisorState = { name: 'idle' };
      let processes = 0;
      let told = 'tell-lost';
      function step(event: SupervisorEvent) {
        if (event.type === 'exited') {
          if (processes === 0) return;
          processes -= 1;
        }
        const decision = decide(state, event, timings);
        state = decision.state;
        for (const effect of decision.effects) {
          if (effect.type === 'fork') processes += 1;
          if (effect.type === 'tell-ready' || effect.type === 'tell-lost') {
            expect(effect.type).not.toBe(told);
            told = effect.type;
          }
        }
        expect(processes).toBeLessThanOrEqual(1);
      }
      for (const event of events) step(event);
      step({ type: 'stop' });
      step({ type: 'exited' });
      expect(state.name).toBe('stopped');
      expect(processes).toBe(0);
    }),
  );
});
