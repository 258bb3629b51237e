import type { Context } from 'hono';
import { Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { z } from 'zod';
import { limitByAddress, tooMany } from '../limits/limit-by-address.ts';
import { findSession, signIn, signOut } from '../officers/officers.ts';
import { type Officer, show } from './officer-frame.ts';
import type { PagesParts } from './pages.ts';
import { signInPage } from './sign-in-page.ts';
import { officerWords as words } from './words/words.ts';

const COOKIE = 'petugas';
const PATH = '/petugas';
const signInForm = z.object({ name: z.string().min(1).max(100), secret: z.string().min(1).max(200) });

/** The fields of a form as text; files and repeated fields are not asked for anywhere. */
export async function readForm(context: Context): Promise<Record<string, string>> {
  const body = await context.req.parseBody();
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}

/** Sent by our own page: a browser tells where a form comes from, and a session has its token. */
export function isOurs(context: Context<Officer>, form: Readonly<Record<string, string>>): boolean {
  return form.formToken === context.var.session.formToken;
}

/** Sign in and out, and the door before everything that is registered on the same pages afterwards. */
export function createSessionPages(parts: PagesParts): Hono<Officer> {
  const { database, now, limits, behindProxy } = parts;
  const pages = new Hono<Officer>();

  pages.get('/masuk', (context) => show(context, { title: words.signIn, body: signInPage(parts, null) }));
  pages.post(
    '/masuk',
    limitByAddress(limits.signIn, behindProxy, (context, seconds) => {
      if (context.req.header('accept')?.includes('text/html') !== true) return tooMany(context, seconds);
      context.header('retry-after', String(seconds));
      return show(context, { title: words.signIn, body: signInPage(parts, 'locked') }, 429);
    }),
    async (context) => {
      // A page elsewhere must not sign somebody in as an officer it has chosen.
      const site = context.req.header('sec-fetch-site');
      if (site !== undefined && site !== 'same-origin' && site !== 'none') return context.text('403', 403);
      const form = signInForm.safeParse(await readForm(context));
      const result = form.success
        ? await signIn(database, form.data.name, form.data.secret, now())
        : { refused: 'wrong' as const };
      if ('refused' in result) {
        return show(context, { title: words.signIn, body: signInPage(parts, result.refused) }, 401);
      }
      // Secure also over plain HTTP: browsers make an exception for this very machine, and nobody else may speak it.
      setCookie(context, COOKIE, result.token, {
        httpOnly: true,
        sameSite: 'Strict',
        path: PATH,
        secure: true,
      });
      return context.redirect(PATH, 303);
    },
  );

  pages.use(
    createMiddleware<Officer>(async (context, next) => {
      const session = await findSession(database, getCookie(context, COOKIE), now());
      if (!session) return context.redirect(`${PATH}/masuk`, 303);
      context.set('session', session);
      return await next();
    }),
  );

  pages.post('/keluar', async (context) => {
    if (!isOurs(context, await readForm(context))) return context.text('403', 403);
    await signOut(database, getCookie(context, COOKIE) ?? '');
    deleteCookie(context, COOKIE, { path: PATH, secure: true });
    return context.redirect(`${PATH}/masuk`, 303);
  });
  return pages;
}
