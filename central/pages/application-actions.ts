import { html } from 'hono/html';
import type { ApplicationPageParts } from './application-page.ts';
import { formatFullDay, formatTime } from './format.ts';
import type { Html } from './layout.ts';
import { SEND_BACK_FORM } from './send-back-form.ts';
import { officerWords as words } from './words/words.ts';

/** What an officer may do with an application: check, send back, schedule, set any stage. */
export function applicationActions({ catalog, session, received, now }: ApplicationPageParts): Html {
  const { application, status, changePosition } = received;
  const address = `/petugas/permohonan/${application.id}`;
  const hidden = (action: string) =>
    html`<input type="hidden" name="formToken" value="${session.formToken}" /><input type="hidden" name="seen" value="${changePosition}" /><input type="hidden" name="action" value="${action}" />`;
  const stages = catalog.stages
    .filter(({ order }) => order > 0)
    .map(
      ({ key, name }) =>
        html`<option value="${key}" ${key === status.stageKey ? 'selected' : ''}>${name.id}</option>`,
    );
  const tomorrow = new Date(now + 31 * 60 * 60_000).toISOString().slice(0, 10);
  return html`<section class="card">
      ${
        status.stageKey === 'received'
          ? html`<form method="post" action="${address}">
              ${hidden('stage')}<input type="hidden" name="stage" value="document-check" />
              <button>${words.startCheck}</button>
            </form>`
          : ''
      }
      <h2>${words.sendBack}</h2>
      <p class="small soft">${words.sendBackHelp}</p>
      <form method="post" action="${address}" id="${SEND_BACK_FORM}" class="stack">
        ${hidden('send-back')}
        <p>
          <label for="remark">${words.generalRemark}</label>
          <textarea id="remark" name="remark" maxlength="2000">${status.remark ?? ''}</textarea>
        </p>
        <p><button class="warnbutton">${words.sendBackButton}</button></p>
      </form>
    </section>
    <section class="card">
      <h2>${words.schedule}</h2>
      ${
        status.appointment
          ? html`<p class="notice good">${words.appointment}: ${formatFullDay(status.appointment.at)} ${formatTime(status.appointment.at)} WIB, ${status.appointment.place}</p>`
          : ''
      }
      <form method="post" action="${address}" class="stack">
        ${hidden('schedule')}
        <div class="fields">
          <p><label for="date">${words.date}</label><input id="date" name="date" type="date" min="${tomorrow}" required /></p>
          <p><label for="time">${words.time}</label><input id="time" name="time" type="time" value="09:00" required /></p>
        </div>
        <p><label for="place">${words.place}</label><input id="place" name="place" value="${catalog.office.name.id}" maxlength="200" required /></p>
        <p><button class="second">${words.scheduleButton}</button></p>
      </form>
    </section>
    <section class="card">
      <h2>${words.setStage}</h2>
      <form method="post" action="${address}" class="stack">
        ${hidden('stage')}
        <p><label for="stage">${words.stage}</label><select id="stage" name="stage">${stages}</select></p>
        <p><button class="second">${words.save}</button></p>
      </form>
    </section>`;
}
