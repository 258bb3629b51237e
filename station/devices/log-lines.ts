import type { DeviceChange } from '../../contract/domain/device.ts';
import { dayInWib } from '../clock/calendar.ts';
import { formatTime } from '../printing/paper/paper-formats.ts';

/** A longer one is cut: models name themselves. */
const LONGEST_MODEL = 60;

/** Device changes as a technician reads them on paper: when, what, which state and why. */
export function logLines(changes: readonly DeviceChange[]): string[] {
  return changes.map(({ at, kind, model, state, reason }) =>
    [dayInWib(at), formatTime(at), kind, model.slice(0, LONGEST_MODEL), state, reason ?? '']
      .filter((part) => part !== '')
      .join(' '),
  );
}
