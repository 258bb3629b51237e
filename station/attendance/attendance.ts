import type { Instant } from '../../contract/domain/identifiers.ts';
import type { DaySpan } from '../../contract/domain/time-of-day.ts';
import type { Face } from '../../contract/shell/face.ts';
import type { Session } from '../../contract/station/access.ts';
import { dayInWib } from '../clock/calendar.ts';
import type { Clock } from '../clock/clock.ts';
import type { StationEvents } from '../events.ts';
import { refusal } from '../rpc/refusal.ts';
import { unattendedUntil } from './schedule.ts';
import { mayWhileUnattended } from './unattended-commands.ts';

/** The schedule knows minutes, and the wall clock may be set at any time. */
const WATCH_MILLISECONDS = 5_000;

export interface Attendance {
  /** When the counter opens again; null while it is attended. */
  unattendedUntil(): Instant | null;
  /** Throws `UNATTENDED` for what is not done now. */
  expectAttended(path: string, face: Face): void;
  close(): void;
}

export interface AttendanceDependencies {
  readonly clock: Clock;
  readonly events: StationEvents;
  readonly spans: () => readonly DaySpan[];
  /** Who is at the counter. */
  readonly session: () => Session | null;
}

/**
 * Is anybody at the counter? By schedule, and the schedule waits for an officer who is still at work: the unattended hours
 * begin when that one signs out, locks or is locked out by not touching anything. Tells of every change.
 */
export function createAttendance({ clock, events, spans, session }: AttendanceDependencies): Attendance {
  function now(): Instant | null {
    const officer = session();
    return officer !== null && !officer.locked ? null : unattendedUntil(spans(), clock.now());
  }

  // Also another day is news: what was tomorrow's opening is today's.
  const news = () => `${now()} ${dayInWib(clock.now())}`;
  let told = news();
  function tell(): void {
    const next = news();
    if (next === told) return;
    told = next;
    events.publish({ type: 'attendance-changed' });
  }
  const cancel = clock.every(WATCH_MILLISECONDS, tell);
  const unsubscribe = events.subscribe(({ type }) => {
    if (type === 'session-changed' || type === 'settings-changed') tell();
  });
  return {
    unattendedUntil: now,
    expectAttended(path, face) {
      const until = now();
      if (until !== null && !mayWhileUnattended(path, face, clock.now(), until))
        throw refusal('UNATTENDED', { until });
    },
    close() {
      cancel();
      unsubscribe();
    },
  };
}
