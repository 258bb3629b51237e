import { mkdtempSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { _electron, type Page } from 'playwright-core';
import { runtimeWithApplication } from '../bench/start/runtime-copy.ts';
import { baseEnvironment, electronPath } from '../e2e/support/launch.ts';

/** Where the officer sits, and what the citizen holds. */
export const SIZES = {
  desktop: { width: 1280, height: 800, scale: 1, mobile: false },
  phone: { width: 390, height: 844, scale: 2, mobile: true },
} as const;
export type Size = keyof typeof SIZES;

export interface Browser {
  readonly page: Page;
  /** As a window or a telephone of that size would show the page. */
  resize(size: Size): Promise<void>;
  /** Writes the whole page as PNG, or what fits into the window. */
  picture(path: string, wholePage: boolean): Promise<void>;
  close(): Promise<void>;
}

/** A real browser: the Chromium of the Electron under test, with its own profile that is removed afterwards. */
export async function openBrowser(): Promise<Browser> {
  const folder = mkdtempSync(join(dirname(electronPath()), '..', 'browser-'));
  const application = resolve(import.meta.dirname, 'plain-browser');
  const executablePath = runtimeWithApplication(electronPath(), application, join(folder, 'runtime'));
  const app = await _electron.launch({
    executablePath,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      `--user-data-dir=${join(folder, 'profile')}`,
    ],
    env: baseEnvironment(),
  });
  app.process().stderr?.resume();
  const page = await app.firstWindow();
  const session = await page.context().newCDPSession(page);

  // On a screen without a window manager nobody gives the window the keyboard.
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });

  async function emulate(size: Size, height?: number): Promise<void> {
    const { width, scale, mobile } = SIZES[size];
    await session.send('Emulation.setDeviceMetricsOverride', {
      width,
      height: height ?? SIZES[size].height,
      deviceScaleFactor: scale,
      mobile,
    });
    await session.send('Emulation.setScrollbarsHidden', { hidden: mobile });
  }

  let current: Size = 'desktop';
  await emulate(current);
  return {
    page,
    async resize(size) {
      current = size;
      await emulate(size);
    },
    async picture(path, wholePage) {
      if (wholePage) await emulate(current, await page.evaluate(() => document.documentElement.scrollHeight));
      await page.screenshot({ path, animations: 'disabled', scale: 'device' });
      await emulate(current);
    },
    async close() {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
