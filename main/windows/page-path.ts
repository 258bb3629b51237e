import { join, sep } from 'node:path';

export const PAGE_SCHEME = 'app';
const PAGE_HOST = 'anjungan';
export const PAGE_ORIGIN = `${PAGE_SCHEME}://${PAGE_HOST}`;

/** Letters a built file's name is made of. No backslash, colon, percent or control character. */
const segmentPattern = /^[A-Za-z0-9_@~+-][A-Za-z0-9._@~+-]*$/;

export function pageUrl(page: string): string {
  return `${PAGE_ORIGIN}/${page}`;
}

export function isOwnPage(url: string): boolean {
  return url === PAGE_ORIGIN || url.startsWith(`${PAGE_ORIGIN}/`);
}

/** The one page on which a microphone may be heard: a citizen speaks a complaint there. */
export const SPEAKING_PAGE = 'self-service.html';

export function isSpeakingPage(url: string): boolean {
  return isOwnPage(url) && URL.parse(url)?.pathname === `/${SPEAKING_PAGE}`;
}

/** The file below `folder` that `url` names, or undefined for any address that is not plainly one of ours. */
export function pageFile(folder: string, url: string): string | undefined {
  const parsed = URL.parse(url);
  if (!parsed || parsed.protocol !== `${PAGE_SCHEME}:` || parsed.host !== PAGE_HOST) return undefined;
  if (parsed.username !== '' || parsed.password !== '') return undefined;
  const segments = parsed.pathname.slice(1).split('/');
  if (!segments.every((segment) => segmentPattern.test(segment))) return undefined;
  const file = join(folder, ...segments);
  return file.startsWith(folder + sep) ? file : undefined;
}
