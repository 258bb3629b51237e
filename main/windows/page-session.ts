import { type Session, session } from 'electron';
import { isOwnPage, isSpeakingPage } from './page-path.ts';
import { servePages } from './page-protocol.ts';

/** Not persistent: no cookie, cache, blob or form text of a citizen is ever written to disk by Chromium. */
const PARTITION = 'faces';

/** Requests that would leave the application. Pages talk through their port; the station owns the network. */
const outsideAddresses = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file://*/*'];

/** The one browser session all faces live in. @param folder built renderer folder */
export function openPageSession(folder: string): Session {
  const pages = session.fromPartition(PARTITION, { cache: false });
  servePages(pages, folder);
  pages.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const kinds = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const { requestingUrl } = details;
    const allowed = (kind: 'video' | 'audio') =>
      kind === 'video' ? isOwnPage(requestingUrl) : isSpeakingPage(requestingUrl);
    answer(permission === 'media' && kinds.length > 0 && kinds.every(allowed));
  });
  pages.setPermissionCheckHandler((_contents, permission, origin, details) => {
    // Electron gives the whole address here when the names of cameras are asked for, and the origin otherwise.
    if (permission !== 'media') return false;
    return details.mediaType === 'video'
      ? isOwnPage(origin)
      : details.mediaType === 'audio' && isSpeakingPage(details.requestingUrl ?? origin);
  });
  pages.setDevicePermissionHandler(() => false);
  pages.webRequest.onBeforeRequest({ urls: outsideAddresses }, (_details, answer) =>
    answer({ cancel: true }),
  );
  pages.on('will-download', (event) => event.preventDefault());
  pages.setSpellCheckerEnabled(false);
  return pages;
}
