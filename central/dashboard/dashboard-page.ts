import { html } from 'hono/html';
import type { Catalog } from '../../contract/domain/catalog.ts';
import type { Regions } from '../catalog/regions.ts';
import { barChart } from '../pages/charts/bars.ts';
import { columnChart } from '../pages/charts/columns.ts';
import { tableOf } from '../pages/charts/table-of.ts';
import { formatDuration, formatInstant, formatShortDay } from '../pages/format.ts';
import type { Html } from '../pages/layout.ts';
import { officerWords as words } from '../pages/words/words.ts';
import type { StationContact } from '../stations/contacts.ts';
import { contactCard } from './contact-card.ts';
import type { Figures } from './figures.ts';
import { promiseCard } from './promise-card.ts';

/** Villages drawn each for itself; a district has some 136. */
const DRAWN_VILLAGES = 12;
const DAY_MILLISECONDS = 24 * 60 * 60_000;

export interface DashboardParts {
  readonly catalog: Catalog;
  readonly regions: Regions;
  readonly figures: Figures;
  readonly contacts: readonly StationContact[];
  readonly now: number;
}

function headline({ catalog, figures }: DashboardParts): Html {
  const sum = (kinds: readonly string[]) =>
    catalog.stages
      .filter(({ kind }) => kinds.includes(kind))
      .reduce((total, { key }) => total + (figures.byStage.get(key) ?? 0), 0);
  const total = [...figures.byStage.values()].reduce((left, right) => left + right, 0);
  const figure = (name: string, value: number) =>
    html`<div class="figure"><b>${value.toLocaleString('id-ID')}</b>${name}</div>`;
  return html`<div class="figures">
    ${figure(words.total, total)} ${figure(words.running, sum(['normal', 'needs-citizen']))}
    ${figure(words.waitingCitizen, sum(['needs-citizen']))} ${figure(words.finished, sum(['finished']))}
  </div>`;
}

function arrivalsCard({ figures }: DashboardParts): Html {
  const dayName = (day: number) => formatShortDay((day + 0.5) * DAY_MILLISECONDS);
  const total = figures.arrivals.reduce((sum, { count }) => sum + count, 0);
  return html`<section class="card full">
    <h2>${words.howMany}</h2>
    ${columnChart({
      description: `${words.howMany}: ${total}`,
      width: 900,
      values: true,
      columns: figures.arrivals.map(({ day, count }, place) => ({
        value: count,
        name: (figures.arrivals.length - 1 - place) % 7 === 0 ? dayName(day) : '',
        kind: 'bar-main',
        shaded: (day + 4) % 7 === 0 || (day + 4) % 7 === 6,
      })),
    })}
    ${tableOf(
      words.howMany,
      [words.date, words.count],
      figures.arrivals.map(({ day, count }) => [dayName(day), count]),
    )}
  </section>`;
}

function stagesCard({ catalog, figures }: DashboardParts): Html {
  const rows = catalog.stages
    .map(({ key, name }) => ({ name: name.id, value: figures.byStage.get(key) ?? 0 }))
    .filter(({ value }) => value > 0);
  return html`<section class="card">
    <h2>${words.byStage}</h2>
    ${rows.length === 0 ? html`<p class="soft">${words.noData}</p>` : barChart(rows.map((row) => ({ ...row, shown: String(row.value) })))}
    ${tableOf(
      words.byStage,
      [words.stage, words.count],
      rows.map(({ name, value }) => [name, value]),
    )}
  </section>`;
}

function villagesCard({ regions, figures }: DashboardParts): Html {
  const named = figures.byVillage.map(({ code, count }) => ({
    name: code === '' ? words.noVillage : regions.villageName(code),
    value: count,
  }));
  const rest = named.slice(DRAWN_VILLAGES).reduce((sum, { value }) => sum + value, 0);
  const drawn = [
    ...named.slice(0, DRAWN_VILLAGES),
    ...(rest > 0 ? [{ name: words.otherVillages, value: rest }] : []),
  ];
  return html`<section class="card">
    <h2>${words.where}</h2>
    ${drawn.length === 0 ? html`<p class="soft">${words.noData}</p>` : barChart(drawn.map((row) => ({ ...row, shown: String(row.value) })))}
    ${tableOf(
      words.where,
      [words.village, words.count],
      named.map(({ name, value }) => [name, value]),
    )}
  </section>`;
}

function durationsCard({ catalog, figures }: DashboardParts): Html {
  const rows = catalog.stages.flatMap(({ key, name }) => {
    const found = figures.durations.find(({ stageKey }) => stageKey === key);
    return found ? [{ ...found, name: name.id }] : [];
  });
  const shown = (milliseconds: number) => formatDuration(milliseconds, words);
  return html`<section class="card">
    <h2>${words.howLong}</h2>
    <p class="small soft">${words.median} / ${words.p90.toLowerCase()}</p>
    ${
      rows.length === 0
        ? html`<p class="soft">${words.noData}</p>`
        : barChart(
            rows.map(({ name, median, p90 }) => ({
              name,
              value: median,
              reach: p90,
              shown: `${shown(median)} / ${shown(p90)}`,
            })),
          )
    }
    ${tableOf(
      words.howLong,
      [words.stage, words.median, words.p90, words.count],
      rows.map(({ name, median, p90, count }) => [name, shown(median), shown(p90), count]),
    )}
  </section>`;
}

export function dashboardPage(parts: DashboardParts): Html {
  return html`<div class="title">
      <h1>${words.dashboard}</h1>
      <p class="soft small">${words.dashboardHelp} ${formatInstant(parts.now)}</p>
    </div>
    ${headline(parts)}
    <div class="grid">
      ${arrivalsCard(parts)} ${promiseCard(parts)} ${durationsCard(parts)} ${stagesCard(parts)} ${villagesCard(parts)}
      ${contactCard(parts)}
    </div>`;
}
