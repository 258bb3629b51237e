import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Launched, launch } from './support/launch.ts';
import { call, stateCount } from './support/shell-page.ts';
import { buildShellProgram } from './support/shell-program.ts';

let shell: Launched;
let page: Page;
let outside: Server;
let outsideUrl: string;
const visits: string[] = [];

beforeAll(async () => {
  outside = createServer((request, response) => {
    visits.push(request.url ?? '');
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.end('<h1>outside</h1>');
  });
  await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve));
  outsideUrl = `http://127.0.0.1:${(outside.address() as AddressInfo).port}/`;
  shell = await launch({ program: await buildShellProgram() });
  page = shell.counter;
  await stateCount(page, 1);
}, 60_000);

afterAll(async () => {
  await shell?.close();
  outside?.close();
});

test('a page has no way to Node or Electron', async () => {
  const found = await page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer', '__dirname'].filter(
      (name) => name in window,
    ),
  );
  expect(found).toEqual([]);
});

test('every window is sandboxed and isolated', async () => {
  const preferences = await shell.app.evaluate(({ app, webContents }) => {
    return webContents.getAllWebContents().map((contents) => ({
      type: contents.getType(),
      sandboxed: app.getAppMetrics().find((metric) => metric.pid === contents.getOSProcessId())?.type,
      devTools: contents.isDevToolsOpened(),
    }));
  });
  expect(preferences).toEqual([{ type: 'window', sandboxed: 'Tab', devTools: false }]);
});

test.each([
  ['http', () => outsideUrl],
  ['file', () => 'file:///etc/hostname'],
  ['data', () => 'data:text/html,<h1>out</h1>'],
  ['another page of ours', () => 'app://anjungan/practice-tray.html'],
])('navigation to %s is refused', async (_name, url) => {
  await page.evaluate((address) => {
    window.location.href = address;
  }, url());
  expect(await call(page, 'still here')).toBe('still here');
  expect(page.url()).toBe('app://anjungan/counter.html');
});

test('a link and a form lead nowhere', async () => {
  await page.evaluate((address) => {
    const link = Object.assign(document.createElement('a'), { href: address, target: '_blank' });
    const download = Object.assign(document.createElement('a'), { href: 'face.js', download: 'face.js' });
    const form = Object.assign(document.createElement('form'), { action: address, method: 'post' });
    document.body.append(link, download, form);
    link.click();
    download.click();
    form.submit();
  }, outsideUrl);
  expect(await call(page, 'still here')).toBe('still here');
  expect(page.url()).toBe('app://anjungan/counter.html');
  expect(shell.app.windows()).toHaveLength(1);
});

test('no new window opens', async () => {
  const opened = await page.evaluate(
    (addresses) => addresses.map((address) => window.open(address)),
    ['about:blank', outsideUrl, 'app://anjungan/counter.html'],
  );
  expect(opened).toEqual([null, null, null]);
  expect(shell.app.windows()).toHaveLength(1);
});

test('no frame of another page opens', async () => {
  await page.evaluate((address) => {
    for (const source of [address, 'file:///etc/hostname', 'app://anjungan/practice-tray.html']) {
      const frame = document.createElement('iframe');
      frame.src = source;
      document.body.append(frame);
    }
  }, outsideUrl);
  await call(page, 'time to load');
  expect(page.frames().map((frame) => frame.url())).not.toContain('app://anjungan/practice-tray.html');
});

test('nothing is fetched from outside, and nothing inline or from text is run', async () => {
  const outcome = await page.evaluate(async (address) => {
    async function fails(run: () => Promise<unknown>): Promise<boolean> {
      return run().then(
        () => false,
        () => true,
      );
    }
    const inline = document.createElement('script');
    inline.textContent = 'window.inlineRan = true';
    document.head.append(inline);
    const picture = new Image();
    const pictureFails = new Promise((resolve) => {
      picture.onerror = () => resolve(true);
      picture.onload = () => resolve(false);
    });
    picture.src = `${address}picture`;
    return {
      fetch: await fails(() => fetch(address)),
      file: await fails(() => fetch('file:///etc/hostname')),
      socket: await fails(
        () =>
          new Promise((resolve, reject) => {
            const socket = new WebSocket(address.replace('http', 'ws'));
            socket.onopen = resolve;
            socket.onerror = reject;
          }),
      ),
      eval: await fails(async () => Reflect.construct(Function, ['return 1'])),
      picture: await pictureFails,
      inlineRan: 'inlineRan' in window,
    };
  }, outsideUrl);
  expect(outcome).toEqual({
    fetch: true,
    file: true,
    socket: true,
    eval: true,
    picture: true,
    inlineRan: false,
  });
  expect(visits).toEqual([]);
});

test('only files of the pages are served', async () => {
  const statuses = await page.evaluate(async () => {
    const addresses = [
      'face.js',
      'missing.js',
      '..%2fstation%2fstation.js',
      '../preload/preload.cjs',
      '%2e%2e%2fpackage.json',
    ];
    return Promise.all(addresses.map(async (address) => (await fetch(address)).status));
  });
  expect(statuses).toEqual([200, 404, 404, 404, 404]);
});

test('no permission but the camera is given', async () => {
  const outcome = await page.evaluate(async () => {
    async function outcomeOf(run: () => Promise<unknown>): Promise<string> {
      return run().then(
        () => 'given',
        (error: Error) => error.name,
      );
    }
    return {
      microphone: await outcomeOf(() => navigator.mediaDevices.getUserMedia({ audio: true })),
      both: await outcomeOf(() => navigator.mediaDevices.getUserMedia({ audio: true, video: true })),
      screen: await outcomeOf(() => navigator.mediaDevices.getDisplayMedia({ video: true })),
      place: await outcomeOf(
        () =>
          new Promise((resolve, reject) =>
            navigator.geolocation.getCurrentPosition(resolve, (e) => reject(new Error(e.message))),
          ),
      ),
      notification: await Notification.requestPermission(),
      clipboard: await outcomeOf(() => navigator.clipboard.readText()),
    };
  });
  expect(outcome).toEqual({
    microphone: 'NotAllowedError',
    both: 'NotAllowedError',
    screen: 'NotAllowedError',
    place: 'Error',
    notification: 'denied',
    clipboard: 'NotAllowedError',
  });
});

test('the camera is given, and plays the camera file', async () => {
  const picture = await page.evaluate(async () => {
    const stream = await navigator.mediaDevices.getUserMedia({ video: true });
    const video = document.createElement('video');
    video.srcObject = stream;
    await video.play();
    const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
    const context = canvas.getContext('2d');
    context?.drawImage(video, 0, 0);
    const point = context?.getImageData(320, 240, 1, 1).data.slice(0, 3);
    for (const track of stream.getTracks()) track.stop();
    return { width: video.videoWidth, height: video.videoHeight, point: [...(point ?? [])] };
  });
  expect(picture).toMatchObject({ width: 640, height: 480 });
  for (const level of picture.point) expect(Math.abs(level - 128)).toBeLessThan(6);
});

test('no dialog opens', async () => {
  const answers = await page.evaluate(() => {
    window.alert('?');
    window.print();
    return window.confirm('?');
  });
  expect(answers).toBe(false);
});

test('browser keys do nothing', async () => {
  for (const key of [
    'F5',
    'Control+R',
    'F12',
    'Control+Shift+I',
    'Control+P',
    'Control+W',
    'Control++',
    'F11',
  ]) {
    await page.keyboard.press(key);
  }
  expect(await stateCount(page, 1)).toEqual(['connected']);
  const [open, zoom] = await shell.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    return [contents?.isDevToolsOpened(), contents?.getZoomFactor()];
  });
  expect([open, zoom]).toEqual([false, 1]);
});

test('a page may load itself again, and is connected again', async () => {
  await page.reload();
  expect(await stateCount(page, 1)).toEqual(['connected']);
  expect(await call(page, 'again')).toBe('again');
});
