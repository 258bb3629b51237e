import { raw } from 'hono/html';
import { runsOf } from '../../dashboard/outages.ts';
import type { Html } from '../layout.ts';

/** A line of time from `begin` to `end` (hours since the epoch), filled where a station was heard. Decoration of its row in the table. */
export function contactStrip(hours: readonly number[], begin: number, end: number): Html {
  const runs = runsOf(hours.filter((hour) => hour >= begin && hour <= end))
    .map(
      ({ from, length }) => `<rect class="heard" x="${from - begin}" y="2" width="${length}" height="18"/>`,
    )
    .join('');
  return raw(
    `<svg aria-hidden="true" viewBox="0 0 ${end - begin + 1} 22" preserveAspectRatio="none" width="100%" height="22"><rect class="bar-back" width="${end - begin + 1}" height="22"/>${runs}</svg>`,
  );
}
