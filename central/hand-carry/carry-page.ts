import { html } from 'hono/html';
import { CARRY_FILE_ENDING } from '../../contract/central/hand-carry.ts';
import type { OfficerSession } from '../officers/officers.ts';
import { formatInstant } from '../pages/format.ts';
import type { Html } from '../pages/layout.ts';
import { fill, carryWords as words } from '../pages/words/words.ts';
import type { CarriedFile } from './carried-files.ts';
import { FILE_FIELD, TOKEN_FIELD } from './spool-upload.ts';

export const CARRY_ADDRESS = '/petugas/kiriman';

export type CarryNotice =
  | { readonly kind: 'received' | 'replayed'; readonly file: CarriedFile }
  | { readonly kind: 'refused'; readonly reason: keyof (typeof words)['refused'] };

export interface CarryPageParts {
  readonly session: OfficerSession;
  readonly files: readonly CarriedFile[];
  readonly notice: CarryNotice | null;
}

export function replyAddress({ stationId, number }: CarriedFile): string {
  return `${CARRY_ADDRESS}/${encodeURIComponent(stationId)}/${number}`;
}

function outcome(notice: CarryNotice): Html {
  if (notice.kind === 'refused') {
    return html`<section class="notice bad" role="alert"><h2>${words.refusedTitle}</h2><p>${words.refused[notice.reason]}</p></section>`;
  }
  const { file } = notice;
  const onlyAsks = file.acknowledged + file.rejected === 0;
  return html`<section class="notice ${file.rejected > 0 ? 'warn' : 'good'} stack" role="status">
    <h2>${notice.kind === 'replayed' ? words.replayedTitle : words.receivedTitle}</h2>
    <p>${fill(onlyAsks ? words.askedWords : words.receivedWords, { station: file.stationName, number: file.number, count: file.acknowledged })}</p>
    ${file.rejected > 0 ? html`<p>${fill(words.rejectedWords, { count: file.rejected })}</p>` : ''}
    ${notice.kind === 'replayed' ? html`<p>${words.replayedWords}</p>` : ''}
    <p class="actions"><a class="button" href="${replyAddress(file)}">${words.download}</a></p>
    <p>${words.downloadHelp}</p>
  </section>`;
}

/** The box for what a kiosk wrote to a USB drive, and the newest such files with their replies. */
export function carryPage({ session, files, notice }: CarryPageParts): Html {
  return html`<div class="title"><h1>${words.title}</h1></div>
    ${notice ? outcome(notice) : ''}
    <section class="card">
      <h2>${words.upload}</h2>
      <p class="soft">${words.uploadHelp}</p>
      <form method="post" action="${CARRY_ADDRESS}" enctype="multipart/form-data" class="stack">
        <input type="hidden" name="${TOKEN_FIELD}" value="${session.formToken}" />
        <p>
          <label for="${FILE_FIELD}">${words.file}</label>
          <input id="${FILE_FIELD}" name="${FILE_FIELD}" type="file" accept="${CARRY_FILE_ENDING}" required />
        </p>
        <p class="actions"><button>${words.send}</button><span class="small soft">${words.sendHelp}</span></p>
      </form>
    </section>
    <section class="card">
      <h2>${words.before}</h2>
      ${
        files.length === 0
          ? html`<p class="soft">${words.none}</p>`
          : html`<div class="scroll" tabindex="0" role="region" aria-label="${words.before}"><table class="stacked">
              <thead><tr>
                <th scope="col">${words.station}</th><th scope="col">${words.number}</th><th scope="col">${words.received}</th>
                <th scope="col">${words.accepted}</th><th scope="col">${words.rejected}</th><th scope="col">${words.reply}</th>
              </tr></thead>
              <tbody>${files.map(row)}</tbody>
            </table></div>`
      }
    </section>`;
}

function row(file: CarriedFile): Html {
  return html`<tr>
    <th scope="row">${file.stationName}</th>
    <td data-name="${words.number}">${file.number}</td>
    <td data-name="${words.received}">${formatInstant(file.receivedAt)}</td>
    <td data-name="${words.accepted}">${file.acknowledged}</td>
    <td data-name="${words.rejected}">${file.rejected}</td>
    <td><a href="${replyAddress(file)}">${words.downloadShort}</a></td>
  </tr>`;
}
