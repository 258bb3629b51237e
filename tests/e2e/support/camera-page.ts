import type { Locator, Page } from 'playwright-core';

/** A press right after a step opened is taken for the second half of a double press, so it may have to be repeated. */
const PRESS_AGAIN_MS = 600;

/** Presses on until the step of this title is open, whatever is missing before it. */
export async function openStep(counter: Page, title: string): Promise<void> {
  const heading = counter.getByRole('heading', { level: 1, name: title, exact: true });
  const next = counter.getByRole('button', { name: 'Lanjut', exact: true });
  const evenSo = counter.getByRole('button', { name: 'Lanjut dulu' });
  while (!(await heading.isVisible())) {
    const before = await counter.getByRole('heading', { level: 1 }).textContent();
    await ((await evenSo.isVisible()) ? evenSo : next).click();
    await counter
      .waitForFunction((last) => document.querySelector('h1')?.textContent !== last, before, {
        timeout: PRESS_AGAIN_MS,
      })
      .catch(() => undefined);
  }
}

export interface LiveCamera {
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly turns: string;
  /** Of the first column of the picture on screen: -1 when it is as in a mirror. */
  readonly scaleX: number;
}

/** The camera whose picture the dialog shows, once it plays. */
export async function liveCamera(dialog: Locator): Promise<LiveCamera> {
  const video = dialog.locator('video');
  await video.waitFor();
  return await video.evaluate(async (element) => {
    const shown = element as HTMLVideoElement;
    if (shown.readyState < 2) await new Promise((done) => shown.addEventListener('loadeddata', done));
    const [track] = (shown.srcObject as MediaStream).getVideoTracks();
    return {
      label: track?.label ?? '',
      width: shown.videoWidth,
      height: shown.videoHeight,
      turns: shown.dataset.turns ?? '',
      scaleX: new DOMMatrix(getComputedStyle(shown).transform).a,
    };
  });
}

/** Pulls every camera out as the page sees it, until `plugIn`. Chromium's fake cameras have no cable of their own. */
export async function pullOut(counter: Page): Promise<void> {
  await counter.evaluate(() => {
    const devices = navigator.mediaDevices;
    devices.getUserMedia = async () => {
      throw new DOMException('no camera', 'NotFoundError');
    };
    devices.enumerateDevices = async () => [];
    for (const video of document.querySelectorAll('video')) {
      for (const track of (video.srcObject as MediaStream | null)?.getTracks() ?? [])
        track.dispatchEvent(new Event('ended'));
    }
    devices.dispatchEvent(new Event('devicechange'));
  });
}

/** Every camera is there again, and the page is told. */
export async function plugIn(counter: Page): Promise<void> {
  await giveBack(counter);
  await counter.evaluate(() => navigator.mediaDevices.dispatchEvent(new Event('devicechange')));
}

/** Cameras can be had again, and nobody says so. */
export async function giveBack(counter: Page): Promise<void> {
  await counter.evaluate(() => {
    const own = navigator.mediaDevices as unknown as Record<string, unknown>;
    // What was set on the object hides what every object of its kind has.
    delete own.getUserMedia;
    delete own.enumerateDevices;
  });
}

/** From now on every camera is refused with this name. */
export async function refuse(counter: Page, name: string): Promise<void> {
  await counter.evaluate((given) => {
    navigator.mediaDevices.getUserMedia = async () => {
      throw new DOMException('refused', given);
    };
  }, name);
}
