import type { Clock } from '../clock/clock.ts';
import type { StationEvents } from '../events.ts';
import type { Power } from './power-supplies.ts';

/** A power cut is worth seeing before the battery has lost much. */
const WATCH_MILLISECONDS = 10_000;

export interface PowerWatch {
  now(): Power;
  close(): void;
}

/** Tells of a change of the source or of every percent. */
export function watchPower(clock: Clock, events: StationEvents, read: () => Power): PowerWatch {
  let last = read();
  const cancel = clock.every(WATCH_MILLISECONDS, () => {
    const next = read();
    const changed = next.source !== last.source || next.percent !== last.percent;
    last = next;
    if (changed) events.publish({ type: 'power-changed' });
  });
  return { now: read, close: cancel };
}
