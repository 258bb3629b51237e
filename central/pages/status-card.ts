import { html } from 'hono/html';
import type { Catalog } from '../../contract/domain/catalog.ts';
import type { Language } from '../../contract/domain/localized.ts';
import type { PublicStatus } from '../public/public-status.ts';
import { formatDay, formatFullDay, formatInstant, formatTime } from './format.ts';
import type { Html } from './layout.ts';
import { fill, publicWords } from './words/words.ts';

/** Noon of the last promised day is the day itself; after it the promise is broken. */
const HALF_DAY_MILLISECONDS = 12 * 60 * 60_000;

function promise(status: PublicStatus, language: Language, now: number): Html {
  const words = publicWords[language];
  const { expectedBy, kind } = status;
  if (kind === 'finished' || kind === 'stopped') return html``;
  const late = expectedBy !== null && now > expectedBy + HALF_DAY_MILLISECONDS;
  const about =
    expectedBy === null
      ? words.noDate
      : `${fill(words.expected, { date: formatFullDay(expectedBy, language) })} ${words.holidays}`;
  return html`<p class="small">
    ${fill(words.promise, { days: status.promisedWorkingDays })} ${about} ${late ? html`<b>${words.late}</b>` : ''}
  </p>`;
}

export interface StatusCardParts {
  readonly status: PublicStatus;
  readonly language: Language;
  readonly catalog: Catalog;
  readonly now: number;
}

export function statusCard({ status, language, catalog, now }: StatusCardParts): Html {
  const words = publicWords[language];
  const steps = status.steps.map(
    ({ stage, since, place }) =>
      html`<li class="${place}" ${place === 'now' ? html`aria-current="step"` : ''}>
        ${stage.name[language]}<span>${since === null ? words[place] : `${formatDay(since, language)} · ${words[place]}`}</span>
      </li>`,
  );
  return html`<section class="card" aria-live="polite">
      <p class="soft">${status.service[language]}<br /><span class="mono">${status.trackingCode}</span></p>
      <p class="stage">${status.stage[language]}</p>
      <p>${status.explanation[language]}</p>
      <p>${words.since} ${formatInstant(status.since, language)}</p>
      ${
        status.appointment
          ? html`<p class="notice good">${words.appointment} <b>${formatFullDay(status.appointment.at, language)},
              ${formatTime(status.appointment.at)} WIB</b> ${words.at} ${status.appointment.place}.</p>`
          : ''
      }
      ${status.hasRemarks ? html`<p class="notice warn">${words.correction}</p>` : ''} ${promise(status, language, now)}
      <p class="small soft">${words.asOf} ${formatInstant(now, language)}</p>
    </section>
    <section class="card"><h2>${words.steps}</h2><ol class="steps">${steps}</ol></section>
    <section class="card">
      <p>${catalog.fraudWarning[language]}</p>
      <h2>${words.complain}</h2>
      <ul class="bullets">${catalog.complaintChannels.map(({ name, address }) => html`<li>${name}: ${address}</li>`)}</ul>
    </section>`;
}
