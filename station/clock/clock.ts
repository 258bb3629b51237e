import type { Instant } from '../../contract/domain/identifiers.ts';

/** Stops a timer; calling it again, or after the timer ran, does nothing. */
export type Cancel = () => void;

/** The only source of time and timers in the station. */
export interface Clock {
  /** Wall clock, milliseconds since the Unix epoch. May jump: never decide by differences of it. */
  now(): Instant;
  /** Milliseconds that only ever rise while this process lives; only differences mean anything. */
  elapsed(): number;
  /** Runs `run` once, `milliseconds` from now. */
  after(milliseconds: number, run: () => void): Cancel;
  /** Runs `run` every `milliseconds` until cancelled; the first time one period from now. */
  every(milliseconds: number, run: () => void): Cancel;
}

/** The machine's own clock. A timer keeps the process alive until it runs or is cancelled. */
export function createSystemClock(): Clock {
  return {
    now: () => Date.now(),
    elapsed: () => performance.now(),
    after(milliseconds, run) {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
    every(milliseconds, run) {
      const timer = setInterval(run, milliseconds);
      return () => clearInterval(timer);
    },
  };
}
