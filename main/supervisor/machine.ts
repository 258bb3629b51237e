import type { StationFatal } from '../../contract/shell/station-fatal.ts';
import { backoff, type Timings } from './timings.ts';

/**
 * The life of one supervised process:
 *
 *   idle ─start─▶ starting ─hello─▶ preparing ─ready─▶ running
 *                    ▲   │              │                │  exited, or killing when it
 *              backoff   ▼              ▼                ▼  hangs, lies or is too late
 *                 waiting ◀────────── exited ◀──────── killing
 *
 *   starting, preparing, running ─fatal─▶ failing ─exited─▶ failed
 *   any ─stop─▶ stopping ─exited─▶ stopped
 */
export type SupervisorState =
  | { readonly name: 'idle' }
  | { readonly name: 'starting'; readonly failures: number }
  | { readonly name: 'preparing'; readonly failures: number }
  | {
      readonly name: 'running';
      readonly failures: number;
      readonly sequence: number;
      readonly unanswered: number;
    }
  | { readonly name: 'killing'; readonly failures: number }
  | { readonly name: 'waiting'; readonly failures: number }
  | { readonly name: 'failing'; readonly reason: StationFatal }
  | { readonly name: 'failed'; readonly reason: StationFatal }
  | { readonly name: 'stopping' }
  | { readonly name: 'stopped' };

export type SupervisorEvent =
  | { readonly type: 'start' }
  | { readonly type: 'hello' }
  | { readonly type: 'ready' }
  | { readonly type: 'pong'; readonly sequence: number }
  | { readonly type: 'fatal'; readonly reason: StationFatal }
  /** The process sent something outside its contract, or out of turn. */
  | { readonly type: 'ill-formed' }
  | { readonly type: 'exited' }
  | { readonly type: 'timer'; readonly timer: TimerName }
  | { readonly type: 'stop' };

export type TimerName = 'deadline' | 'heartbeat' | 'stable' | 'backoff';

export type SupervisorEffect =
  | { readonly type: 'fork' }
  | { readonly type: 'send-start' }
  | { readonly type: 'send-stop' }
  | { readonly type: 'ping'; readonly sequence: number }
  | { readonly type: 'terminate'; readonly graceMs: number }
  | { readonly type: 'arm'; readonly timer: TimerName; readonly ms: number }
  | { readonly type: 'disarm'; readonly timer: TimerName }
  | { readonly type: 'tell-ready' }
  | { readonly type: 'tell-lost' }
  | { readonly type: 'tell-fatal'; readonly reason: StationFatal }
  | { readonly type: 'tell-stopped' };

export interface Decision {
  readonly state: SupervisorState;
  readonly effects: readonly SupervisorEffect[];
}

const disarmAll: readonly SupervisorEffect[] = (['deadline', 'heartbeat', 'stable', 'backoff'] as const).map(
  (timer) => ({ type: 'disarm', timer }),
);

/** What to do when `event` happens in `state`. Pure; an event with no meaning in a state changes nothing. */
export function decide(state: SupervisorState, event: SupervisorEvent, timings: Timings): Decision {
  if (event.type === 'stop') return stop(state, timings);
  switch (state.name) {
    case 'idle':
      return event.type === 'start' ? fork(0, timings) : stay(state);
    case 'starting':
      if (event.type === 'hello') {
        return {
          state: { name: 'preparing', failures: state.failures },
          effects: [{ type: 'send-start' }, { type: 'arm', timer: 'deadline', ms: timings.ready }],
        };
      }
      return disturbed(state, event, timings);
    case 'preparing':
      if (event.type === 'ready') return run(state.failures, timings);
      return disturbed(state, event, timings);
    case 'running':
      if (event.type === 'pong') {
        return event.sequence === state.sequence ? stay({ ...state, unanswered: 0 }) : stay(state);
      }
      if (event.type === 'timer' && event.timer === 'heartbeat') return beat(state, timings);
      if (event.type === 'timer' && event.timer === 'stable') return stay({ ...state, failures: 0 });
      return disturbed(state, event, timings);
    case 'killing':
      return event.type === 'exited' ? wait(state.failures, [], timings) : stay(state);
    case 'waiting':
      return event.type === 'timer' && event.timer === 'backoff'
        ? fork(state.failures, timings)
        : stay(state);
    case 'failing':
      return event.type === 'exited' ? stay({ name: 'failed', reason: state.reason }) : stay(state);
    case 'stopping':
      if (event.type === 'exited') return { state: { name: 'stopped' }, effects: [{ type: 'tell-stopped' }] };
      return stay(state);
    case 'failed':
    case 'stopped':
      return stay(state);
    default:
      return unreachable(state);
  }
}

type Alive = Extract<SupervisorState, { name: 'starting' | 'preparing' | 'running' }>;

function stay(state: SupervisorState): Decision {
  return { state, effects: [] };
}

function fork(failures: number, timings: Timings): Decision {
  return {
    state: { name: 'starting', failures },
    effects: [{ type: 'fork' }, { type: 'arm', timer: 'deadline', ms: timings.hello }],
  };
}

function run(failures: number, timings: Timings): Decision {
  return {
    state: { name: 'running', failures, sequence: 0, unanswered: 0 },
    effects: [
      { type: 'disarm', timer: 'deadline' },
      { type: 'arm', timer: 'heartbeat', ms: timings.heartbeat },
      { type: 'arm', timer: 'stable', ms: timings.stable },
      { type: 'tell-ready' },
    ],
  };
}

function beat(state: Extract<SupervisorState, { name: 'running' }>, timings: Timings): Decision {
  if (state.unanswered >= timings.unanswered) return kill(state);
  const sequence = state.sequence + 1;
  return {
    state: { ...state, sequence, unanswered: state.unanswered + 1 },
    effects: [
      { type: 'ping', sequence },
      { type: 'arm', timer: 'heartbeat', ms: timings.heartbeat },
    ],
  };
}

/** Whatever a living process may meet that is not its next step. */
function disturbed(state: Alive, event: SupervisorEvent, timings: Timings): Decision {
  switch (event.type) {
    case 'exited':
      return wait(state.failures, lost(state), timings);
    case 'fatal':
      return {
        state: { name: 'failing', reason: event.reason },
        effects: [
          ...disarmAll,
          ...lost(state),
          { type: 'tell-fatal', reason: event.reason },
          { type: 'send-stop' },
          { type: 'terminate', graceMs: timings.grace },
        ],
      };
    case 'ill-formed':
    case 'hello':
    case 'ready':
      return kill(state);
    case 'timer':
      return event.timer === 'deadline' ? kill(state) : stay(state);
    case 'pong':
    case 'start':
    case 'stop':
      return stay(state);
    default:
      return unreachable(event);
  }
}

function kill(state: Alive): Decision {
  return {
    state: { name: 'killing', failures: state.failures },
    effects: [...disarmAll, ...lost(state), { type: 'terminate', graceMs: 0 }],
  };
}

function wait(failuresBefore: number, effects: readonly SupervisorEffect[], timings: Timings): Decision {
  const failures = failuresBefore + 1;
  return {
    state: { name: 'waiting', failures },
    effects: [...disarmAll, ...effects, { type: 'arm', timer: 'backoff', ms: backoff(failures, timings) }],
  };
}

function stop(state: SupervisorState, timings: Timings): Decision {
  switch (state.name) {
    case 'idle':
    case 'waiting':
    case 'failed':
      return { state: { name: 'stopped' }, effects: [...disarmAll, { type: 'tell-stopped' }] };
    case 'starting':
    case 'preparing':
    case 'running':
      return {
        state: { name: 'stopping' },
        effects: [
          ...disarmAll,
          ...lost(state),
          { type: 'send-stop' },
          { type: 'terminate', graceMs: timings.grace },
        ],
      };
    case 'killing':
    case 'failing':
      return { state: { name: 'stopping' }, effects: disarmAll };
    case 'stopping':
    case 'stopped':
      return stay(state);
    default:
      return unreachable(state);
  }
}

function lost(state: Alive): readonly SupervisorEffect[] {
  return state.name === 'running' ? [{ type: 'tell-lost' }] : [];
}

function unreachable(value: never): never {
  throw new TypeError(`Unexpected ${JSON.stringify(value)}`);
}
