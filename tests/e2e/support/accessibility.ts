import { AxeBuilder } from '@axe-core/playwright';
import type { ElectronApplication, Page } from 'playwright-core';
import type { Launched } from './launch.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/** Smallest edge of anything that is touched, in CSS pixels (WCAG 2.2 asks 24, its enhanced level 44). */
const SMALLEST_TARGET = 44;

/** What is wrong with the screen as it stands, one line each: violations of WCAG 2.2 AA, and targets too small for a thumb. */
export async function faultsOf(page: Page, smallest = SMALLEST_TARGET): Promise<string[]> {
  // Legacy mode works in the page itself; the other one opens a blank page, which a kiosk refuses.
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).setLegacyMode(true).analyze();
  const broken = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
  );
  return [...broken, ...(await page.evaluate(smallTargets, smallest))];
}

/** Runs in the page. A radio button, a box to tick and a slider are touched by their label. */
function smallTargets(smallest: number): string[] {
  const touched = 'button, a[href], input, textarea, [role=option], [role=slider]';
  return [...document.querySelectorAll<HTMLElement>(touched)].flatMap((element) => {
    const byLabel = element instanceof HTMLInputElement && ['radio', 'checkbox'].includes(element.type);
    const target = (byLabel ? element.closest('label') : null) ?? element;
    const { width, height } = target.getBoundingClientRect();
    const seen = target.checkVisibility({ visibilityProperty: true }) && width > 1 && height > 1;
    // Ways out of a dialog for screen readers alone: cut off by a parent of one pixel.
    const onlyHeard = (target.parentElement?.getBoundingClientRect().width ?? 0) <= 1;
    if (!seen || onlyHeard || target.closest('[inert], [aria-hidden=true]')) return [];
    if (width >= smallest && height >= smallest) return [];
    const name = element.getAttribute('aria-label') ?? element.textContent?.trim() ?? element.outerHTML;
    return [`target of ${Math.round(width)} × ${Math.round(height)}: ${name.slice(0, 60)}`];
  });
}

/** Gives the window the inner size of one of the kiosk's screens and waits until the page has it. */
export async function resize(kiosk: Launched, width: number, height: number): Promise<void> {
  await resizePage(kiosk.app, kiosk.counter, 'counter', width, height);
}

/** As `resize`, for the page of any face. */
export async function resizePage(
  app: ElectronApplication,
  page: Page,
  face: string,
  width: number,
  height: number,
): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) => {
      const window = BrowserWindow.getAllWindows().find(({ webContents }) =>
        webContents.getURL().includes(`/${size.face}.html`),
      );
      window?.setContentSize(size.width, size.height);
    },
    { width, height, face },
  );
  await page.waitForFunction(
    (size) => window.innerWidth === size.width && window.innerHeight === size.height,
    { width, height },
  );
}

/** Text nobody can read as the screen stands: cut off, or outside it where nothing scrolls to it. One line each. */
export async function lostText(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const name = (element: Element) => (element.textContent ?? '').trim().slice(0, 50);
    const scrolls = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowY);
    const faults: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>('#face *, [role=dialog] *')) {
      const { width, height, left, right, bottom } = element.getBoundingClientRect();
      const onlyHeard = width <= 1 || height <= 1;
      if (onlyHeard || !element.checkVisibility({ visibilityProperty: true })) continue;
      if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1)
        faults.push(`wider than its place: ${name(element)}`);
      const { overflowY } = getComputedStyle(element);
      if (/hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 2)
        faults.push(`cut off below: ${name(element)}`);
      const hasText = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
      );
      if (!hasText) continue;
      if (left < -1 || right > window.innerWidth + 1) faults.push(`beside the screen: ${name(element)}`);
      let around: Element | null = element;
      while (around && !scrolls(around)) around = around.parentElement;
      if (!around && bottom > window.innerHeight + 1) faults.push(`below the screen: ${name(element)}`);
    }
    return faults;
  });
}
