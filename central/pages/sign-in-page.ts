import { html } from 'hono/html';
import type { Html } from './layout.ts';
import type { PagesParts } from './pages.ts';
import { officerWords as words } from './words/words.ts';

export function signInPage({ practiceOfficer }: PagesParts, refused: 'wrong' | 'locked' | null): Html {
  return html`<h1>${words.signIn}</h1>
    <p class="soft">${words.signInHelp} <a href="/status">${words.publicStatus}</a></p>
    ${refused ? html`<p class="notice bad" role="alert">${words[refused]}</p>` : ''}
    ${
      practiceOfficer
        ? html`<p class="notice">${words.practice}: <b>${practiceOfficer.name}</b> / <b>${practiceOfficer.secret}</b></p>`
        : ''
    }
    <form method="post" action="/petugas/masuk" class="card">
      <p>
        <label for="name">${words.name}</label>
        <input id="name" name="name" autocomplete="username" required maxlength="100" />
      </p>
      <p>
        <label for="secret">${words.secret}</label>
        <input id="secret" name="secret" type="password" autocomplete="current-password" required maxlength="200" />
      </p>
      <p class="actions"><button>${words.enter}</button></p>
    </form>`;
}
