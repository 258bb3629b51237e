import { OFFICER } from './start-test-central.ts';

/** The hidden token of a page's forms. */
export function formToken(page: string): string {
  return /name="formToken" value="([^"]+)"/.exec(page)?.[1] ?? '';
}

export function changeSeen(page: string): string {
  return /name="seen" value="(\d+)"/.exec(page)?.[1] ?? '';
}

/** A browser reduced to one cookie. */
export function createBrowser(url: string) {
  let cookie = '';

  async function read(path: string, withCookie = cookie) {
    const response = await fetch(`${url}${path}`, { redirect: 'manual', headers: { cookie: withCookie } });
    return { status: response.status, headers: response.headers, text: await response.text() };
  }

  async function post(path: string, fields: Record<string, string>, withCookie = cookie) {
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: withCookie },
      body: new URLSearchParams(fields),
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  }

  async function upload(path: string, form: FormData, withCookie = cookie) {
    const headers = { cookie: withCookie };
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers,
      body: form,
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  }

  return {
    read,
    post,
    upload,
    cookie: () => cookie,
    async signIn(officer: { name: string; secret: string } = OFFICER) {
      const answer = await post('/petugas/masuk', officer, '');
      cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
      return answer;
    },
  };
}
