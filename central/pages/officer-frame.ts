import type { Context } from 'hono';
import { html } from 'hono/html';
import type { OfficerSession } from '../officers/officers.ts';
import { type Html, layout } from './layout.ts';
import { officerWords as words } from './words/words.ts';

/** Hono's variables of every page behind the sign-in. */
export interface Officer {
  readonly Variables: { session: OfficerSession };
}

const places = [
  { address: '/petugas', name: words.workList },
  { address: '/petugas/kolektif', name: words.collective },
  { address: '/petugas/dasbor', name: words.dashboard },
  { address: '/petugas/masukan', name: words.feedback },
  { address: '/petugas/kiriman', name: words.carry },
] as const;

function menu(session: OfficerSession, here: string): Html {
  return html`<nav class="menu not-on-paper" aria-label="${words.menu}">
    ${places.map(({ address, name }) => html`<a href="${address}" ${address === here ? html`aria-current="page"` : ''}>${name}</a>`)}
    <span class="who small">${session.officerName}</span>
    <form method="post" action="/petugas/keluar">
      <input type="hidden" name="formToken" value="${session.formToken}" /><button>${words.leave}</button>
    </form>
  </nav>`;
}

/** Answers a page of the officer's. It is kept nowhere: the next person at the desk sees nothing by the back button. */
export function show(
  context: Context,
  page: {
    readonly title: string;
    readonly body: Html;
    readonly here?: string;
    readonly session?: OfficerSession;
  },
  status: 200 | 400 | 401 | 409 | 429 = 200,
): Response | Promise<Response> {
  context.header('cache-control', 'no-store');
  const frame = {
    language: 'id',
    words,
    title: page.title,
    wide: page.session !== undefined,
    ...(page.session && { aside: menu(page.session, page.here ?? '') }),
  } as const;
  return context.html(layout(frame, page.body), status);
}
