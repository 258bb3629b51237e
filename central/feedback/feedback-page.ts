import { html } from 'hono/html';
import { complaintStateSchema, LONGEST_COMPLAINT } from '../../contract/domain/complaint.ts';
import type { Regions } from '../catalog/regions.ts';
import type { OfficerSession } from '../officers/officers.ts';
import { formatInstant } from '../pages/format.ts';
import type { Html } from '../pages/layout.ts';
import { fill, feedbackWords as words } from '../pages/words/words.ts';
import type { ReceivedComplaint } from './complaints.ts';
import type { FeedbackMonth } from './feedback-months.ts';
import type { ShownMedium } from './media-rows.ts';

export const FEEDBACK_ADDRESS = '/petugas/masukan';

/** Below it an index says more about who answered than about the service (Permenpan RB 14/2017 samples at least 30). */
const FEW = 30;

export interface FeedbackPageParts {
  readonly session: OfficerSession;
  readonly regions: Regions;
  readonly months: readonly FeedbackMonth[];
  readonly complaints: readonly ReceivedComplaint[];
  /** By `stationId/complaintId`. */
  readonly media: ReadonlyMap<string, readonly ShownMedium[]>;
  readonly open: number;
  readonly notice: 'saved' | 'answerNeeded' | 'changedMeanwhile' | null;
}

function monthName(month: string): string {
  const format = new Intl.DateTimeFormat('id-ID', { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.format(Date.parse(`${month}-01T00:00:00Z`));
}

function monthRow({ month, survey, touches: [worst, poor, good, best] }: FeedbackMonth): Html {
  const n = worst + poor + good + best;
  const decimal = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  return html`<tr>
    <th scope="row">${monthName(month)}</th>
    <td class="number" data-name="${words.ikm}">${survey ? survey.ikm.toLocaleString('id-ID', decimal) : '–'}</td>
    <td data-name="${words.quality}">${survey ? words.qualities[survey.quality] : words.noSurvey}</td>
    <td class="number" data-name="${words.n}">${survey?.n ?? 0}${survey && survey.n < FEW ? html`<span class="small soft">${words.few}</span>` : ''}</td>
    <td data-name="${words.touches}">${n === 0 ? '–' : fill(words.touchesOf, { worst, poor, good, best, n })}</td>
  </tr>`;
}

function mediumBox(code: string, stationId: string, { id, contentType, arrived }: ShownMedium): Html {
  const kind = contentType.startsWith('audio/') ? 'voice' : 'picture';
  if (!arrived) return html`<p class="small soft">${words.onItsWay[kind]}</p>`;
  const address = `${FEEDBACK_ADDRESS}/${stationId}/${id}`;
  const name = fill(words.mediumOf[kind], { code });
  return kind === 'picture'
    ? html`<p><a href="${address}"><img class="shown" src="${address}" alt="${name}" loading="lazy" /></a></p>`
    : html`<p><audio controls preload="none" src="${address}" aria-label="${name}"></audio></p>`;
}

function complaintCard(complaint: ReceivedComplaint, { session, regions, media }: FeedbackPageParts): Html {
  const { id, stationId, stationName, villageCode, code, kind, text, sentAt } = complaint;
  const { villageAnswer, state, answer, changePosition } = complaint;
  const village = villageCode === null ? stationName : regions.villageName(villageCode);
  const options = complaintStateSchema.options.map(
    (each) =>
      html`<option value="${each}" ${each === state ? 'selected' : ''}>${words.states[each]}</option>`,
  );
  const shown = media.get(`${stationId}/${id}`) ?? [];
  const pill = state === 'answered' ? 'finished' : state === 'in-progress' ? 'normal' : 'needs-citizen';
  return html`<article class="card" id="${code}">
    <h3>${words.kind[kind]} <span class="mono">${code}</span> <span class="pill ${pill}">${words.states[state]}</span></h3>
    <p class="small soft">${words.village} ${village}. ${words.sent} ${formatInstant(sentAt)}.</p>
    ${text === '' && shown.length > 0 ? '' : html`<p>${text === '' ? words.notWritten : text}</p>`}
    ${shown.map((each) => mediumBox(code, stationId, each))}
    <p class="small soft">${villageAnswer === null ? words.noVillageAnswer : `${words.villageAnswer}: ${villageAnswer}`}</p>
    <form method="post" action="${FEEDBACK_ADDRESS}" class="stack">
      <input type="hidden" name="formToken" value="${session.formToken}" /><input type="hidden" name="seen" value="${changePosition}" />
      <input type="hidden" name="station" value="${stationId}" /><input type="hidden" name="id" value="${id}" />
      <p><label for="state-${id}">${words.state}</label><select id="state-${id}" name="state">${options}</select></p>
      <p>
        <label for="answer-${id}">${words.answer}</label>
        <textarea id="answer-${id}" name="answer" maxlength="${LONGEST_COMPLAINT}" aria-describedby="help-${id}">${answer ?? ''}</textarea>
        <span id="help-${id}" class="small soft">${words.answerHelp}</span>
      </p>
      <p><button class="second">${words.save}</button></p>
    </form>
  </article>`;
}

/** The index of each month with how many it rests on, and every complaint with what the office does about it. */
export function feedbackPage(parts: FeedbackPageParts): Html {
  const { months, complaints, open, notice } = parts;
  return html`<div class="title"><h1>${words.title}</h1><p class="soft small">${words.help}</p></div>
    ${notice ? html`<p class="notice ${notice === 'saved' ? 'good' : 'bad'}" role="${notice === 'saved' ? 'status' : 'alert'}">${words[notice]}</p>` : ''}
    <section class="card">
      <h2>${words.months}</h2>
      ${
        months.length === 0
          ? html`<p class="soft">${words.none}</p>`
          : html`<div class="scroll" tabindex="0" role="region" aria-label="${words.months}"><table class="stacked">
              <thead><tr>
                <th scope="col">${words.month}</th><th scope="col" class="number">${words.ikm}</th><th scope="col">${words.quality}</th>
                <th scope="col" class="number">${words.n}</th><th scope="col">${words.touches}</th>
              </tr></thead>
              <tbody>${months.map(monthRow)}</tbody>
            </table></div>`
      }
    </section>
    <section class="stack">
      <h2>${words.complaints}</h2>
      <p class="soft">${complaints.length === 0 ? words.noComplaints : fill(words.open, { count: open })}</p>
      <div class="stack">${complaints.map((each) => complaintCard(each, parts))}</div>
    </section>`;
}
