import { html } from 'hono/html';
import type { Catalog } from '../../contract/domain/catalog.ts';
import type { Regions } from '../catalog/regions.ts';
import type { OfficerSession } from '../officers/officers.ts';
import { applicationActions } from './application-actions.ts';
import { type Described, describeApplication } from './describe-application.ts';
import { formatInstant } from './format.ts';
import type { Html } from './layout.ts';
import { REMARK_PREFIX, SEND_BACK_FORM } from './send-back-form.ts';
import { stagePill } from './stage-pill.ts';
import { officerWords as words } from './words/words.ts';
import type { ReceivedApplication } from './work-list.ts';

export type Notice = 'saved' | 'changedMeanwhile' | 'remarkNeeded' | 'scheduleWrong';

export interface ApplicationPageParts {
  readonly catalog: Catalog;
  readonly regions: Regions;
  readonly session: OfficerSession;
  readonly received: ReceivedApplication;
  readonly history: readonly { stageKey: string; at: number; officerName: string | null }[];
  readonly notice: Notice | null;
  readonly now: number;
}

function remarkInput({ key, label }: { key: string; label: string }, remark: string | undefined): Html {
  return html`<input form="${SEND_BACK_FORM}" name="${REMARK_PREFIX}${key}" value="${remark ?? ''}" maxlength="500"
    aria-label="${words.remarkFor} ${label}" placeholder="${words.remarkPlaceholder}" />`;
}

function dataCard(described: Described, remarks: Readonly<Record<string, string>>): Html {
  const rows = described.fields.map(
    (field) =>
      html`<tr class="${remarks[field.key] ? 'remarked' : ''}">
        <th scope="row">${field.label}</th><td>${field.value}</td><td>${remarkInput(field, remarks[field.key])}</td>
      </tr>`,
  );
  return html`<section class="card">
    <h2>${words.data}</h2>
    <table class="data stacked">
      <thead><tr><th scope="col">${words.field}</th><th scope="col">${words.value}</th><th scope="col">${words.remarkPlaceholder}</th></tr></thead>
      <tbody>${rows}</tbody>
    </table>
  </section>`;
}

function picturesCard(
  { application, arrived }: ReceivedApplication,
  described: Described,
  remarks: Readonly<Record<string, string>>,
): Html {
  const pictures = described.pictures.map((picture) => {
    const address = `/petugas/permohonan/${application.id}/gambar/${picture.id}`;
    return html`<figure class="stack">
      <figcaption>${picture.label}</figcaption>
      ${
        arrived.has(picture.id)
          ? html`<a href="${address}" title="${words.openPicture}"><img src="${address}" alt="${picture.label}" /></a>`
          : html`<p class="notice warn">${words.notArrived}</p>`
      }
      ${remarkInput(picture, remarks[picture.key])}
    </figure>`;
  });
  return html`<section class="card">
    <h2>${words.pictures}</h2>
    ${pictures.length > 0 ? html`<div class="pictures">${pictures}</div>` : html`<p class="soft">${words.noPictures}</p>`}
  </section>`;
}

export function applicationPage(parts: ApplicationPageParts): Html {
  const { catalog, regions, received, history, notice } = parts;
  const { application, status } = received;
  const described = describeApplication(application, catalog, regions);
  const stageName = (key: string) => catalog.stages.find((stage) => stage.key === key)?.name.id ?? key;
  const events = history.map(
    ({ stageKey, at, officerName }, place) =>
      html`<li class="${place === history.length - 1 ? 'now' : 'done'}">
        ${stageName(stageKey)}<span>${formatInstant(at)} · ${officerName ?? words.byStation}</span>
      </li>`,
  );
  return html`<p class="small"><a href="/petugas">${words.back}</a></p>
    <div class="title"><h1>${described.name} <span class="soft mono">${application.trackingCode}</span></h1>${stagePill(catalog, status.stageKey)}</div>
    ${notice ? html`<p class="notice ${notice === 'saved' ? 'good' : 'bad'}" role="${notice === 'saved' ? 'status' : 'alert'}">${words[notice]}</p>` : ''}
    <p class="soft">${described.service} · ${described.product} · ${words.station} ${received.stationName} ·
      ${words.arrived} ${formatInstant(received.receivedAt)}${application.revision > 1 ? ` · ${words.revision} ${application.revision}` : ''}</p>
    <div class="columns">
      <div>${picturesCard(received, described, status.fieldRemarks)} ${dataCard(described, status.fieldRemarks)}</div>
      <div>
        ${applicationActions(parts)}
        <section class="card">
          <h2>${words.warnings}</h2>
          ${
            described.warnings.length > 0
              ? html`<ul class="bullets">${described.warnings.map((warning) => html`<li>${warning}</li>`)}</ul>`
              : html`<p class="soft">${words.noWarnings}</p>`
          }
          ${
            described.leftForOffice.length > 0
              ? html`<h3>${words.leftForOffice}</h3><ul class="bullets">${described.leftForOffice.map((label) => html`<li>${label}</li>`)}</ul>`
              : ''
          }
        </section>
        <section class="card">
          <h2>${words.consent}</h2>
          <ul class="bullets small">${described.consent.statements.map((statement) => html`<li>${statement}</li>`)}</ul>
          <p class="small soft">${formatInstant(described.consent.givenAt)}</p>
        </section>
        <section class="card"><h2>${words.history}</h2><ol class="steps">${events}</ol></section>
      </div>
    </div>`;
}
