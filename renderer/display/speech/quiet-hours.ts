import type { SpeechSetting } from '../../../contract/station/queue.ts';

/**
 * Is nothing spoken at this time of day, `HH:MM`? A span begins with its first minute and ends before its last one; one
 * that ends earlier than it begins passes midnight.
 */
export function isQuiet(time: string, quiet: SpeechSetting['quiet']): boolean {
  return quiet.some(({ from, to }) => (from <= to ? time >= from && time < to : time >= from || time < to));
}
