import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { Language } from '../../contract/domain/localized.ts';
import { parseTrackingCode } from '../../contract/domain/tracking-code.ts';
import { catalogInForce } from '../catalog/catalogs.ts';
import { limitByAddress } from '../limits/limit-by-address.ts';
import { findPublicStatus } from '../public/public-status.ts';
import { type Html, layout } from './layout.ts';
import type { PagesParts } from './pages.ts';
import { statusCard } from './status-card.ts';
import { publicWords } from './words/words.ts';

/** A code is 14 characters; people add spaces. */
const LONGEST_TYPED = 40;

function languageOf(context: Context): Language {
  return context.req.query('lang') === 'en' ? 'en' : 'id';
}

function frame(language: Language, typed: string, body: Html): Html {
  const words = publicWords[language];
  const other = language === 'id' ? 'en' : 'id';
  const address = `/status?${new URLSearchParams({ lang: other, ...(typed && { code: typed }) })}`;
  const aside = html`<a class="language" href="${address}" lang="${other}" hreflang="${other}">${words.other}</a>`;
  return layout({ language, words, title: words.statusTitle, aside }, body);
}

function form(language: Language, typed: string): Html {
  const words = publicWords[language];
  return html`<h1>${words.statusTitle}</h1>
    <form method="get" action="/status" class="card">
      ${language === 'en' ? html`<input type="hidden" name="lang" value="en" />` : ''}
      <p>
        <label for="code">${words.code}</label>
        <input id="code" name="code" class="code" value="${typed}" autocomplete="off" autocapitalize="characters"
          spellcheck="false" maxlength="${LONGEST_TYPED}" aria-describedby="help" required />
      </p>
      <p id="help" class="small soft">${words.statusHelp}</p>
      <p><button>${words.check}</button></p>
    </form>`;
}

/** Where an application stands, for anybody who holds its code. Small, without a script, kept by nobody. */
export function createStatusPage({ database, limits, behindProxy, now }: PagesParts): Hono {
  const pages = new Hono();
  const limited = limitByAddress(limits.lookUp, behindProxy, (context, seconds) => {
    const language = languageOf(context);
    const notice = html`<p class="notice warn" role="alert">${publicWords[language].slowDown}</p>`;
    return new Response(String(frame(language, '', html`${form(language, '')}${notice}`)), {
      status: 429,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'retry-after': String(seconds),
      },
    });
  });

  pages.get('/status', async (context, next) =>
    context.req.query('code') === undefined ? await next() : await limited(context, next),
  );
  pages.get('/status', async (context) => {
    const language = languageOf(context);
    const words = publicWords[language];
    const typed = (context.req.query('code') ?? '').slice(0, LONGEST_TYPED);
    const code = parseTrackingCode(typed);
    const status = code === null ? null : await findPublicStatus(database, code, now());
    const catalog = await catalogInForce(database, now());
    const answer = status
      ? statusCard({ status, language, catalog, now: now() })
      : typed
        ? html`<p class="notice bad" role="alert">${words.unknown}</p>`
        : '';
    const foot = html`<p class="small soft">${words.privacy} <a href="/petugas">${words.officer}</a></p>`;
    context.header('cache-control', 'no-store');
    return context.html(frame(language, typed, html`${form(language, typed)} ${answer} ${foot}`));
  });
  return pages;
}
