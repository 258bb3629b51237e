import type { BrowserWindow } from 'electron';

/** First wait before a page is loaded again; doubles while it keeps crashing. A citizen should see a blink. */
const FIRST_WAIT_MS = 50;
const LONGEST_WAIT_MS = 10_000;
/** A page that lived this long is given the first wait again. */
const STABLE_MS = 30_000;

/** Loads `url` and keeps it loaded: after a crash, a hang or a failed load the page comes back. */
export function bringPageBack(
  window: BrowserWindow,
  url: string,
  gone: () => void,
  log: (line: string) => void,
): void {
  const { webContents } = window;
  let wait = FIRST_WAIT_MS;
  let again: NodeJS.Timeout | undefined;
  let stable: NodeJS.Timeout | undefined;

  function load(): void {
    // A failure is reported by `did-fail-load` as well, which decides.
    webContents.loadURL(url).catch((error: Error) => log(`page not loaded: ${error.message}`));
    clearTimeout(stable);
    stable = setTimeout(() => {
      wait = FIRST_WAIT_MS;
    }, STABLE_MS);
  }

  function loadAgain(why: string): void {
    log(`page lost (${why}), loading it again`);
    gone();
    clearTimeout(stable);
    clearTimeout(again);
    again = setTimeout(load, wait);
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  }

  webContents.on('render-process-gone', (_event, details) => loadAgain(details.reason));
  webContents.on('did-fail-load', (_event, _code, description, _url, isMainFrame) => {
    if (isMainFrame) loadAgain(description);
  });
  window.on('unresponsive', () => webContents.forcefullyCrashRenderer());
  window.on('closed', () => {
    clearTimeout(again);
    clearTimeout(stable);
  });
  load();
}
