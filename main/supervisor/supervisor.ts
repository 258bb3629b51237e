import type { StationFatal } from '../../contract/shell/station-fatal.ts';
import type { ExitReason, HostedModule, HostedProcess, ProcessHost } from '../host/process-host.ts';
import type { ShellClock } from './clock.ts';
import {
  decide,
  type SupervisorEffect,
  type SupervisorEvent,
  type SupervisorState,
  type TimerName,
} from './machine.ts';
import type { Timings } from './timings.ts';

/** The part of a module's messages that supervision reads; the rest is passed on. */
export type LifecycleMessage =
  | { readonly type: 'hello' }
  | { readonly type: 'ready' }
  | { readonly type: 'pong'; readonly sequence: number }
  | { readonly type: 'fatal'; readonly reason: StationFatal };

export interface SupervisorListener<Message> {
  /** Every well-formed message that is not a heartbeat, in order; `ready` included, before `ready()`. */
  readonly message: (message: Message) => void;
  readonly ready: () => void;
  /** The process was ready and is no more. It is started again unless `fatal` follows or it was stopped. */
  readonly lost: () => void;
  readonly fatal: (reason: StationFatal) => void;
}

export interface SupervisorOptions<Message extends { readonly type: string }> {
  readonly module: HostedModule;
  readonly host: ProcessHost;
  readonly clock: ShellClock;
  readonly timings: Timings;
  /** Undefined for anything outside the module's contract: the process is then killed and started again. */
  readonly parse: (message: unknown) => Message | undefined;
  /** Asked for after each `hello`; one that never settles is met by the deadline for `ready`. */
  readonly startMessage: () => Promise<unknown>;
  readonly listener: SupervisorListener<Message>;
  readonly log: (line: string) => void;
}

export interface Supervisor {
  readonly start: () => void;
  /** Asks the process to end, waits, then kills. Settles when it is gone. */
  readonly stop: () => Promise<void>;
  /** Dropped unless the process is ready or being prepared. */
  readonly send: (message: unknown) => void;
  readonly state: () => SupervisorState;
  readonly pid: () => number | undefined;
}

export function createSupervisor<Message extends { readonly type: string }>(
  options: SupervisorOptions<Message>,
): Supervisor {
  const { clock, host, listener, log, module, timings } = options;
  const stopped = Promise.withResolvers<void>();
  const timers = new Map<TimerName, () => void>();
  let state: SupervisorState = { name: 'idle' };
  let current: HostedProcess | undefined;

  function happen(event: SupervisorEvent): void {
    const decision = decide(state, event, timings);
    if (decision.state.name !== state.name)
      log(`${module.name}: ${state.name} → ${decision.state.name} (${event.type})`);
    state = decision.state;
    for (const effect of decision.effects) apply(effect);
  }

  function apply(effect: SupervisorEffect): void {
    switch (effect.type) {
      case 'fork':
        fork();
        return;
      case 'send-start':
        void sendStart(current);
        return;
      case 'send-stop':
        current?.send({ type: 'stop' });
        return;
      case 'ping':
        current?.send({ type: 'ping', sequence: effect.sequence });
        return;
      case 'terminate':
        void current?.terminate(effect.graceMs);
        return;
      case 'arm':
        disarm(effect.timer);
        timers.set(
          effect.timer,
          clock.after(effect.ms, () => happen({ type: 'timer', timer: effect.timer })),
        );
        return;
      case 'disarm':
        disarm(effect.timer);
        return;
      case 'tell-ready':
        listener.ready();
        return;
      case 'tell-lost':
        listener.lost();
        return;
      case 'tell-fatal':
        listener.fatal(effect.reason);
        return;
      case 'tell-stopped':
        stopped.resolve();
        return;
    }
  }

  function disarm(timer: TimerName): void {
    timers.get(timer)?.();
    timers.delete(timer);
  }

  function fork(): void {
    current = host.start(module, {
      message: receive,
      exited(reason) {
        log(`${module.name}: ${describe(reason)}`);
        current = undefined;
        happen({ type: 'exited' });
      },
    });
  }

  /** The process that said hello may be gone when the message is ready; sending to it then does nothing. */
  async function sendStart(greeted: HostedProcess | undefined): Promise<void> {
    try {
      greeted?.send(await options.startMessage());
    } catch (error) {
      log(`${module.name}: no start message: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  function receive(incoming: unknown): void {
    const message = options.parse(incoming);
    if (!message) {
      log(`${module.name}: sent a message outside its contract`);
      happen({ type: 'ill-formed' });
      return;
    }
    if (!isLifecycle(message)) {
      if (state.name === 'running') listener.message(message);
      return;
    }
    if (message.type === 'ready') listener.message(message);
    happen(message);
  }

  return {
    start: () => happen({ type: 'start' }),
    stop() {
      happen({ type: 'stop' });
      return stopped.promise;
    },
    send(message) {
      if (state.name === 'running' || state.name === 'preparing') current?.send(message);
    },
    state: () => state,
    pid: () => current?.pid(),
  };
}

function isLifecycle(message: { readonly type: string }): message is LifecycleMessage {
  return ['hello', 'ready', 'pong', 'fatal'].includes(message.type);
}

function describe(reason: ExitReason): string {
  switch (reason.kind) {
    case 'exited':
      return `ended unasked, code ${reason.code ?? '-'}, signal ${reason.signal ?? '-'}`;
    case 'not-started':
      return `could not be started: ${reason.message}`;
    case 'stopped':
    case 'killed':
      return reason.kind;
  }
}
