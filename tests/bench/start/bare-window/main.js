// The least an Electron application can do: one window that paints a text in the product's font.
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow } from 'electron';

const page = fileURLToPath(new URL('./window.html', import.meta.url));

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, show: true });
  window.webContents.on('page-title-updated', (_event, title) => {
    if (title !== 'painted') return;
    process.stdout.write(`${JSON.stringify({ ready: true })}\n`, () => app.exit(0));
  });
  return window.loadURL(`file://${page}?font=${encodeURIComponent(process.env.BARE_FONT ?? '')}`);
});
