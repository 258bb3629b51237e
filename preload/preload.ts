import { ipcRenderer } from 'electron';
import {
  FACE_INTERACTIVE_CHANNEL,
  FACE_INTERACTIVE_MESSAGE,
  FACE_LISTENS_CHANNEL,
  FACE_LISTENS_MESSAGE,
  STATION_STATE_CHANNEL,
} from '../contract/shell/window-channels.ts';

/** Passes messages, and nothing else, between the shell and the page. */
function openWay(): void {
  /** The shell's last word, kept until the page's script listens; then null. */
  let early: { readonly deliver: () => void } | null = { deliver: () => undefined };

  ipcRenderer.on(STATION_STATE_CHANNEL, (event, state: unknown) => {
    const deliver = () => window.postMessage(state, window.location.origin, event.ports);
    if (early) early = { deliver };
    else deliver();
  });

  window.addEventListener('message', (event) => {
    if (event.source !== window) return;
    if (event.data === FACE_INTERACTIVE_MESSAGE) ipcRenderer.send(FACE_INTERACTIVE_CHANNEL);
    if (event.data !== FACE_LISTENS_MESSAGE) return;
    if (early) {
      early.deliver();
      early = null;
    } else ipcRenderer.send(FACE_LISTENS_CHANNEL);
  });

  // Asked for before the page's scripts are even fetched: the way to the station is open when they run.
  ipcRenderer.send(FACE_LISTENS_CHANNEL);
}

openWay();
