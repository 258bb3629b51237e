import { html } from 'hono/html';
import type { Catalog } from '../../contract/domain/catalog.ts';
import type { Regions } from '../catalog/regions.ts';
import type { OfficerSession } from '../officers/officers.ts';
import { formatDay, formatNik } from '../pages/format.ts';
import type { Html } from '../pages/layout.ts';
import { villageOptions } from '../pages/list-page.ts';
import { stagePill } from '../pages/stage-pill.ts';
import { officerWords as words } from '../pages/words/words.ts';
import { type CollectiveList, type CollectivePerson, FEWEST_PEOPLE } from './collective-list.ts';

const SCHEDULED = 'scheduled';

export interface CollectivePageParts {
  readonly catalog: Catalog;
  readonly regions: Regions;
  readonly session: OfficerSession;
  /** Kemendagri code of what was chosen, or empty. */
  readonly area: string;
  readonly list: CollectiveList | null;
  readonly notice: { readonly kind: 'good' | 'bad'; readonly text: string } | null;
  readonly now: number;
}

/** Name of a pekon or a kecamatan. */
export function areaName(regions: Regions, area: string): string {
  const district = regions.districts.find(({ code }) => code === area);
  return district ? `Kec. ${district.name}` : regions.villageName(area);
}

function countNotice({ people, waitingMore, toCorrect }: CollectiveList): Html {
  const missing = FEWEST_PEOPLE - people.length;
  return html`<p class="notice not-on-paper ${missing > 0 ? 'warn' : 'good'}">
    <b>${people.length} ${words.people}.</b> ${words.collectiveRule}
    ${missing > 0 ? `${words.missingPeople} ${missing} ${words.people}.` : words.enough}
    ${waitingMore > 0 ? `${waitingMore} ${words.waitingMore}` : ''} ${toCorrect > 0 ? `${toCorrect} ${words.toCorrect}` : ''}
  </p>`;
}

function personRow({ catalog, regions }: CollectivePageParts, person: CollectivePerson, place: number): Html {
  const service = catalog.services.find(({ key }) => key === person.serviceKey);
  const product = service?.products.find(({ key }) => key === person.productKey);
  const address = `/petugas/permohonan/${person.applicationId}`;
  return html`<tr>
    <td class="not-on-paper"><input type="checkbox" name="ikut:${person.applicationId}" checked aria-label="${words.include}: ${person.fullName}" /></td>
    <td class="place number" data-name="${words.number}"><span>${place}</span></td>
    <th scope="row">${person.fullName}<br /><a class="small mono" href="${address}">${person.trackingCode}</a>
      ${person.stageKey === SCHEDULED ? html`<span class="not-on-paper">${stagePill(catalog, person.stageKey)}</span>` : ''}</th>
    <td class="mono" data-name="${words.birthDate}">${person.birthDate.split('-').toReversed().join('-')}</td>
    <td class="mono" data-name="${words.nik}">${formatNik(person.nik)}</td>
    <td data-name="${words.kind}">${service?.name.id ?? person.serviceKey}<span class="small soft">${product?.name.id ?? person.productKey}</span></td>
    <td data-name="${words.village}">${regions.villageName(person.villageCode)}</td>
    <td class="mono" data-name="${words.phone}">${person.phone}</td>
  </tr>`;
}

function listForm(parts: CollectivePageParts, list: CollectiveList): Html {
  const { session, area, catalog, regions, now } = parts;
  const tomorrow = new Date(now + 31 * 60 * 60_000).toISOString().slice(0, 10);
  const place = regions.districts.some(({ code }) => code === area)
    ? ''
    : `Balai Pekon ${regions.villageName(area)}`;
  return html`<form method="post" action="/petugas/kolektif" class="stack">
    <input type="hidden" name="formToken" value="${session.formToken}" />
    <input type="hidden" name="wilayah" value="${area}" />
    <section class="card">
      <div class="on-paper">
        <h1>${words.printTitle}</h1>
        <p>${areaName(regions, area)} · ${catalog.office.name.id} · ${formatDay(now)}</p>
      </div>
      <div class="scroll" tabindex="0" role="region" aria-label="${words.collective}"><table class="stacked">
        <thead><tr>
          <th scope="col" class="not-on-paper">${words.include}</th><th scope="col" class="number">${words.number}</th>
          <th scope="col">${words.applicant}</th><th scope="col">${words.birthDate}</th><th scope="col">${words.nik}</th>
          <th scope="col">${words.kind}</th><th scope="col">${words.village}</th><th scope="col">${words.phone}</th>
        </tr></thead>
        <tbody>${list.people.map((person, index) => personRow(parts, person, index + 1))}</tbody>
      </table></div>
      <div class="on-paper"><div class="sign"><p>${words.signedOn}</p><p>${words.signatory}</p></div></div>
      <p class="actions not-on-paper">
        <button name="action" value="csv" class="second">${words.csv}</button><span class="soft small">${words.print}</span>
      </p>
    </section>
    <section class="card not-on-paper">
      <h2>${words.visit}</h2>
      <div class="fields">
        <p><label for="date">${words.date}</label><input id="date" name="date" type="date" min="${tomorrow}" /></p>
        <p><label for="time">${words.time}</label><input id="time" name="time" type="time" value="08:00" /></p>
        <p><label for="place">${words.place}</label><input id="place" name="place" maxlength="200" value="${place}" /></p>
        <p><button name="action" value="schedule">${words.visitButton}</button></p>
      </div>
    </section>
  </form>`;
}

export function collectivePage(parts: CollectivePageParts): Html {
  const { regions, area, list, notice } = parts;
  return html`<div class="not-on-paper stack">
      <h1>${words.collective}${area ? html` <span class="soft">${areaName(regions, area)}</span>` : ''}</h1>
      <p class="soft">${words.collectiveHelp}</p>
    </div>
    ${notice ? html`<p class="notice not-on-paper ${notice.kind}" role="${notice.kind === 'good' ? 'status' : 'alert'}">${notice.text}</p>` : ''}
    <form method="get" action="/petugas/kolektif" class="card not-on-paper">
      <div class="fields">
        <p>
          <label for="wilayah">${words.collectiveChoose}</label>
          <select id="wilayah" name="wilayah" required>${villageOptions(regions, area)}</select>
        </p>
        <p><button>${words.collectiveShow}</button></p>
      </div>
    </form>
    ${list && list.people.length === 0 ? html`<section class="card"><p>${words.collectiveNone}</p></section>` : ''}
    ${list && list.people.length > 0 ? html`${countNotice(list)} ${listForm(parts, list)}` : ''}`;
}
