import type { Instant } from '../../contract/domain/identifiers.ts';
import type { Face } from '../../contract/shell/face.ts';
import { dayInWib } from '../clock/calendar.ts';

/** What the closed counter's screen still reads, and nothing that does or shows anything. */
const CLOSED_COUNTER: ReadonlySet<string> = new Set([
  'system.facts',
  'system.events',
  'access.session',
  'catalog.current',
]);

/** Somebody would have to come. */
const NEEDS_SOMEBODY: ReadonlySet<string> = new Set(['selfService.askForHelp']);

/**
 * May this be called now? While nobody is at the counter nothing is done from it. On the citizens' face a number is given
 * only for a counter that opens again on the same day: one for tomorrow would never be called.
 */
export function mayWhileUnattended(path: string, face: Face, now: Instant, until: Instant): boolean {
  if (face === 'counter') return CLOSED_COUNTER.has(path);
  if (path === 'queue.issue') return dayInWib(now) === dayInWib(until);
  return !NEEDS_SOMEBODY.has(path);
}
