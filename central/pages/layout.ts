import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Language } from '../../contract/domain/localized.ts';
import { siger, tapis } from './ornaments.ts';

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export interface Frame {
  readonly language: Language;
  readonly words: { readonly title: string; readonly skip: string };
  /** Name of the page, for the browser's tab. */
  readonly title: string;
  /** Beside the brand: the menu, or the other language. */
  readonly aside?: Html;
  readonly wide?: boolean;
}

/** Frame of every page. Everything put into it is escaped. */
export function layout({ language, words, title, aside, wide = false }: Frame, body: Html): Html {
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#161f42" />
        <title>${title} · ${words.title}</title>
        <link rel="stylesheet" href="/gaya.css" />
      </head>
      <body>
        <a class="skip" href="#isi">${words.skip}</a>
        <header class="top">
          <div class="bar">
            <p class="brand">${siger} <span>${words.title}</span></p>
            ${aside ?? ''}
          </div>
          ${tapis}
        </header>
        <main id="isi" class="${wide ? 'wide' : 'narrow'}">${body}</main>
      </body>
    </html>`;
}
