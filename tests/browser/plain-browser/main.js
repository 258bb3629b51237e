// The Chromium inside Electron as a plain browser: one window with nothing of ours in it.
import { app, BrowserWindow } from 'electron';

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, useContentSize: true, show: true });
  return window.loadURL('about:blank');
});
