import { html } from 'hono/html';
import { columnChart } from '../pages/charts/columns.ts';
import { tableOf } from '../pages/charts/table-of.ts';
import type { Html } from '../pages/layout.ts';
import { officerWords as words } from '../pages/words/words.ts';
import type { DashboardParts } from './dashboard-page.ts';
import { promisedDays } from './figures.ts';

/** Everything beyond is one last column. */
const DRAWN_DAYS = 10;

/** How long the passport took after the interview, beside what was promised. */
export function promiseCard({ catalog, figures }: DashboardParts): Html {
  const promised = promisedDays(catalog);
  const { promise } = figures;
  const kept = promise.filter((days) => days <= promised).length;
  const counts = Array.from({ length: DRAWN_DAYS + 1 }, (_, days) => ({
    name: days === DRAWN_DAYS ? `≥${days}` : String(days),
    value: promise.filter((each) => (days === DRAWN_DAYS ? each >= days : each === days)).length,
    kind: days <= promised ? ('bar-kept' as const) : ('bar-late' as const),
  }));
  const percent = promise.length === 0 ? 0 : Math.round((100 * kept) / promise.length);
  const sentence = `${percent}% (${kept}/${promise.length}) ${words.promiseKept}: ${promised} ${words.promiseDays}`;
  return html`<section class="card">
    <h2>${words.promise}</h2>
    ${
      promise.length === 0
        ? html`<p class="soft">${words.promiseNone}</p>`
        : html`<p><b>${sentence}</b></p>
            ${columnChart({
              description: sentence,
              width: 480,
              values: true,
              columns: counts,
              line: { after: promised + 1, name: `${promised} ${words.promiseDays}` },
            })}
            ${tableOf(
              words.promise,
              [words.promiseDays, words.count],
              counts.map(({ name, value }) => [name, value]),
            )}`
    }
    <p class="small soft">${words.promiseNote}</p>
  </section>`;
}
