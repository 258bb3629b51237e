import { html } from 'hono/html';
import type { Catalog } from '../../contract/domain/catalog.ts';
import type { Regions } from '../catalog/regions.ts';
import { formatDay, formatDuration } from './format.ts';
import type { Html } from './layout.ts';
import { stagePill } from './stage-pill.ts';
import { officerWords as words } from './words/words.ts';
import type { WorkListRow } from './work-list.ts';

/** As the address of the page holds them. */
export interface ListQuery {
  readonly tahap?: string | undefined;
  readonly wilayah?: string | undefined;
  readonly layanan?: string | undefined;
  readonly umur?: string | undefined;
  readonly urut?: string | undefined;
  readonly setelah?: string | undefined;
}

/** Days an application has waited: a day, the promised four, a week, two, a month. */
export const AGES: readonly number[] = [1, 4, 7, 14, 30];
export const ALL_STAGES = 'semua';
export const NEWEST = 'terbaru';

export interface ListPageParts {
  readonly catalog: Catalog;
  readonly regions: Regions;
  readonly list: { readonly rows: readonly WorkListRow[]; readonly next: string | null };
  readonly query: ListQuery;
  readonly codeUnknown: boolean;
  readonly now: number;
}

/** Pekon of Lampung Barat by kecamatan, each kecamatan also as a whole. */
export function villageOptions(regions: Regions, chosen: string | undefined): Html {
  return html`${regions.districts.map(
    ({ code, name, villages }) =>
      html`<optgroup label="Kec. ${name}">
        <option value="${code}" ${code === chosen ? 'selected' : ''}>${words.allOfDistrict} ${name}</option>
        ${villages.map(
          (village) =>
            html`<option value="${village.code}" ${village.code === chosen ? 'selected' : ''}>${village.name}</option>`,
        )}
      </optgroup>`,
  )}`;
}

function address(query: ListQuery, after: string | null): string {
  const parts = Object.entries({ ...query, setelah: after }).filter(([, value]) => value);
  return `/petugas?${new URLSearchParams(parts as [string, string][])}`;
}

function filters({ catalog, regions, query }: ListPageParts): Html {
  return html`<form method="get" action="/petugas" class="card">
    <div class="fields filters">
      <p>
        <label for="tahap">${words.stage}</label>
        <select id="tahap" name="tahap">
          <option value="">${words.stillRunning}</option>
          <option value="${ALL_STAGES}" ${query.tahap === ALL_STAGES ? 'selected' : ''}>${words.everything}</option>
          ${catalog.stages
            .filter(({ order }) => order > 0)
            .map(
              ({ key, name }) =>
                html`<option value="${key}" ${key === query.tahap ? 'selected' : ''}>${name.id}</option>`,
            )}
        </select>
      </p>
      <p>
        <label for="wilayah">${words.village}</label>
        <select id="wilayah" name="wilayah">
          <option value="">${words.everyVillage}</option>
          ${villageOptions(regions, query.wilayah)}
        </select>
      </p>
      <p>
        <label for="layanan">${words.service}</label>
        <select id="layanan" name="layanan">
          <option value="">${words.everyService}</option>
          ${catalog.services.map(
            ({ key, name }) =>
              html`<option value="${key}" ${key === query.layanan ? 'selected' : ''}>${name.id}</option>`,
          )}
        </select>
      </p>
      <p>
        <label for="umur">${words.age}</label>
        <select id="umur" name="umur">
          <option value="">${words.anyAge}</option>
          ${AGES.map(
            (days) =>
              html`<option value="${days}" ${String(days) === query.umur ? 'selected' : ''}>
                ${words.olderThan} ${days} ${words.days}
              </option>`,
          )}
        </select>
      </p>
      <p>
        <label for="urut">${words.order}</label>
        <select id="urut" name="urut">
          <option value="">${words.oldestFirst}</option>
          <option value="${NEWEST}" ${query.urut === NEWEST ? 'selected' : ''}>${words.newestFirst}</option>
        </select>
      </p>
      <p><button>${words.filter}</button></p>
    </div>
  </form>`;
}

export function listPage(parts: ListPageParts): Html {
  const { catalog, regions, list, query, codeUnknown, now } = parts;
  const serviceName = (key: string) =>
    catalog.services.find((service) => service.key === key)?.name.id ?? key;
  const rows = list.rows.map(
    (row) =>
      html`<tr>
        <th scope="row"><a class="mono" href="/petugas/permohonan/${row.id}">${row.trackingCode}</a></th>
        <td>${row.fullName}</td>
        <td data-name="${words.village}">${regions.villageName(row.villageCode)}</td>
        <td data-name="${words.service}">${serviceName(row.serviceKey)}</td>
        <td>${stagePill(catalog, row.stageKey)}</td>
        <td data-name="${words.arrived}">${formatDay(row.receivedAt)}<span class="small soft">${formatDuration(now - row.receivedAt, words)}</span></td>
      </tr>`,
  );
  return html`<div class="title">
      <h1>${words.workList}</h1>
      <form method="get" action="/petugas" class="find">
        <input name="kode" aria-label="${words.findCode}" placeholder="LB-…" autocomplete="off" maxlength="40" required />
        <button class="second">${words.find}</button>
      </form>
    </div>
    ${codeUnknown ? html`<p class="notice bad" role="alert">${words.codeUnknown}</p>` : ''} ${filters(parts)}
    ${
      rows.length === 0
        ? html`<section class="card"><h2>${words.none}</h2><p class="soft">${words.noneHelp}</p></section>`
        : html`<section class="card"><div class="scroll" tabindex="0" role="region" aria-label="${words.workList}"><table class="stacked">
            <thead><tr>
              <th scope="col">${words.code}</th><th scope="col">${words.applicant}</th><th scope="col">${words.village}</th>
              <th scope="col">${words.service}</th><th scope="col">${words.stage}</th><th scope="col">${words.arrived}</th>
            </tr></thead>
            <tbody>${rows}</tbody>
          </table></div></section>`
    }
    <p class="actions">
      ${list.next ? html`<a class="button second" href="${address(query, list.next)}">${words.more}</a>` : ''}
      ${query.setelah ? html`<a href="${address(query, null)}">${words.first}</a>` : ''}
    </p>`;
}
