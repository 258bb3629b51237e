import { BrowserWindow, type IpcMainEvent, type MessagePortMain, type Session } from 'electron';
import {
  FACE_INTERACTIVE_CHANNEL,
  FACE_LISTENS_CHANNEL,
  STATION_STATE_CHANNEL,
} from '../../contract/shell/window-channels.ts';
import type { FaceWindow } from '../relay/relay.ts';
import type { FaceLayout } from './faces.ts';
import { isOwnPage, pageUrl } from './page-path.ts';
import { bringPageBack } from './page-recovery.ts';

export interface FaceWindowOptions {
  readonly layout: FaceLayout;
  readonly session: Session;
  readonly preloadFile: string;
  /** Whole screen, no way out. */
  readonly kiosk: boolean;
  readonly devTools: boolean;
  /** Added to the title, such as the name of the mode. */
  readonly titleSuffix: string;
  /** Null leaves the place to the desktop. */
  readonly place: { readonly x: number; readonly y: number } | null;
  /** False: the window opens without taking the keyboard. */
  readonly focus: boolean;
  readonly log: (line: string) => void;
}

export interface FaceWindowListener {
  readonly listens: (window: FaceWindow<MessagePortMain>) => void;
  /** The page is gone; it comes back by itself unless the window was closed. */
  readonly leaves: (window: FaceWindow<MessagePortMain>) => void;
  readonly interactive: () => void;
}

/** Opens the window of one face. The messages it may send are read here and nowhere else. */
export function openFaceWindow(options: FaceWindowOptions, listener: FaceWindowListener): BrowserWindow {
  const { kiosk, layout } = options;
  const window = new BrowserWindow({
    width: layout.width,
    height: layout.height,
    minWidth: layout.smallestWidth,
    minHeight: layout.smallestHeight,
    ...options.place,
    useContentSize: true,
    show: options.focus,
    title: `${layout.title}${options.titleSuffix}`,
    // The page's own ground, so that the first frame is not a white flash.
    backgroundColor: '#f6f4ef',
    autoHideMenuBar: true,
    kiosk,
    fullscreen: kiosk,
    frame: !kiosk,
    closable: !kiosk,
    webPreferences: {
      session: options.session,
      preload: options.preloadFile,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      disableDialogs: true,
      devTools: options.devTools,
      // A queue display or a waiting kiosk behind another window must go on.
      backgroundThrottling: false,
    },
  });
  const { webContents } = window;
  if (!options.focus) window.showInactive();
  const face: FaceWindow<MessagePortMain> = {
    face: layout.face,
    tell(state, port) {
      if (!webContents.isDestroyed())
        webContents.postMessage(STATION_STATE_CHANNEL, state, port ? [port] : []);
    },
  };

  webContents.ipc.on(FACE_LISTENS_CHANNEL, (event) => {
    if (isFromPage(event)) listener.listens(face);
  });
  webContents.ipc.on(FACE_INTERACTIVE_CHANNEL, (event) => {
    if (isFromPage(event)) listener.interactive();
  });
  window.on('page-title-updated', (event) => event.preventDefault());
  window.on('closed', () => listener.leaves(face));
  bringPageBack(window, pageUrl(layout.page), () => listener.leaves(face), options.log);
  return window;
}

function isFromPage(event: IpcMainEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && isOwnPage(frame.url);
}
