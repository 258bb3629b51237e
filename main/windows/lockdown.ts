import { app, type Event, type WebContents } from 'electron';
import { isBrowserKey } from './browser-keys.ts';

/** Shuts the ways out of a page, for every page there is or will be. @param log told each refused try */
export function lockEveryPage(log: (line: string) => void): void {
  app.on('web-contents-created', (_event, contents) => lockPage(contents, log));
}

function lockPage(contents: WebContents, log: (line: string) => void): void {
  function refuse(event: Event, what: string): void {
    event.preventDefault();
    log(`refused ${what}`);
  }

  contents.on('will-navigate', (event) => {
    // A page may load itself again; the address of a window is set by the shell alone.
    if (event.url !== contents.getURL()) refuse(event, 'navigation');
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) refuse(event, 'frame navigation');
  });
  contents.on('will-redirect', (event) => refuse(event, 'redirect'));
  contents.on('will-attach-webview', (event) => refuse(event, 'webview'));
  contents.on('will-prevent-unload', (event) => event.preventDefault());
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    refuse(event, 'bluetooth');
    choose('');
  });
  contents.on('login', (event) => refuse(event, 'login'));
  contents.setWindowOpenHandler(() => {
    log('refused new window');
    return { action: 'deny' };
  });
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.on('before-input-event', (event, input) => {
    if (isBrowserKey(input)) event.preventDefault();
  });
  contents.on('did-finish-load', () => {
    contents.setZoomFactor(1);
    void contents.setVisualZoomLevelLimits(1, 1);
  });
}
