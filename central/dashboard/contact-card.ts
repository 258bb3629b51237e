import { html } from 'hono/html';
import { contactStrip } from '../pages/charts/contact-strip.ts';
import { formatDuration, formatInstant, formatShortDay } from '../pages/format.ts';
import type { Html } from '../pages/layout.ts';
import { officerWords as words } from '../pages/words/words.ts';
import type { DashboardParts } from './dashboard-page.ts';
import { findOutages, OUTAGE_DAYS } from './outages.ts';

const HOUR_MILLISECONDS = 60 * 60_000;

/** When each kiosk was heard, who is silent first. */
export function contactCard({ contacts, now }: DashboardParts): Html {
  const end = Math.floor(now / HOUR_MILLISECONDS);
  const begin = end - OUTAGE_DAYS * 24;
  const rows = contacts
    .map((contact) => ({ ...contact, ...findOutages(contact.hours, begin, end) }))
    .sort((left, right) => Number(right.silentNow) - Number(left.silentNow) || right.longest - left.longest)
    .map(
      ({ name, hours, lastContactAt, revokedAt, longest, count, silentNow }) => html`<tr>
        <th scope="row">${name}</th>
        <td>${contactStrip(hours, begin, end)}</td>
        <td data-name="${words.lastContact}">${lastContactAt === null ? words.never : formatInstant(lastContactAt)}</td>
        <td class="number" data-name="${words.longestGap}">${formatDuration(longest * HOUR_MILLISECONDS, words)}</td>
        <td class="number" data-name="${words.gapCount}">${count}</td>
        <td>${revokedAt === null ? state(silentNow) : html`<span class="pill stopped">${words.revoked} ${formatShortDay(revokedAt)}</span>`}</td>
      </tr>`,
    );
  return html`<section class="card full">
    <h2>${words.outages}</h2>
    <p class="small soft">${words.outagesNote}</p>
    ${
      rows.length === 0
        ? html`<p class="soft">${words.noData}</p>`
        : html`<table class="stacked contacts">
            <thead><tr>
              <th scope="col">${words.station}</th><th scope="col">${formatShortDay(begin * HOUR_MILLISECONDS)} – ${formatShortDay(now)}</th><th scope="col">${words.lastContact}</th>
              <th scope="col" class="number">${words.longestGap}</th><th scope="col" class="number">${words.gapCount}</th>
              <th scope="col">${words.state}</th>
            </tr></thead>
            <tbody>${rows}</tbody>
          </table>`
    }
  </section>`;
}

function state(silentNow: boolean): Html {
  return silentNow
    ? html`<span class="pill stopped">${words.silentNow}</span>`
    : html`<span class="pill finished">${words.ready}</span>`;
}
