import type { Page } from 'playwright-core';
import { beginVisit, citizenWords } from '../../e2e/support/citizen.ts';
import { passportReplacement, pressUntil } from '../../e2e/support/counter.ts';
import { launch } from '../../e2e/support/launch.ts';
import type { Ratio } from '../report.ts';
import { median, percentile } from '../statistics.ts';

const TICKETS = 12;
const LIMIT_MS = 300;

/**
 * From the finger that answers the last question to the paper: until the face is told that its ticket is being printed,
 * which the station says in the moment it hands the printer the first byte. So the byte is a little sooner than measured.
 */
export async function benchTicket(log: (line: string) => void): Promise<Ratio[]> {
  const kiosk = await launch({ tray: true, args: ['--faces=self-service'] });
  try {
    const page = await kiosk.face('self-service');
    const times: number[] = [];
    for (let ticket = 0; ticket < TICKETS; ticket += 1) times.push(await takeTicket(page));
    const p95 = percentile(times, 0.95);
    log(`ticket: touch to printing p50 ${median(times).toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`);
    return [
      {
        name: `ticket, touch to first printed byte p95 ÷ ${LIMIT_MS} ms`,
        measured: `${p95.toFixed(0)} ms (p95 of ${times.length})`,
        limit: `${LIMIT_MS} ms`,
        ratio: p95 / LIMIT_MS,
        target: 1,
      },
    ];
  } finally {
    await kiosk.close();
  }
}

async function takeTicket(page: Page): Promise<number> {
  const words = citizenWords('id');
  const heading = (name: string) => page.getByRole('heading', { level: 1, name });
  const go = (name: string, title: string) =>
    pressUntil(page.getByRole('main').getByRole('button', { name }).first(), heading(title));
  await beginVisit(page);
  await go(words('menuTicket'), words('ticketService'));
  await go(passportReplacement().name.id, words('peopleTitle'));
  await pressUntil(page.getByRole('button', { name: '1', exact: true }), heading(words('priorityTitle')));
  await watch(page, [words('paper.printing'), words('paper.printed')]);
  await go(words('priority.none'), words('ticketTitle'));
  const time = await page.evaluate(() => Reflect.get(globalThis, 'printing'));
  await page.getByText(words('paper.printed')).waitFor();
  await pressUntil(
    page.getByRole('contentinfo').getByRole('button', { name: words('finish') }),
    heading(words('welcome')),
  );
  return Number(time);
}

/** Notes, in the page, how long after the last touch one of `texts` comes to stand on it. */
async function watch(page: Page, texts: readonly string[]): Promise<void> {
  await page.evaluate((wanted) => {
    let touched = Number.NaN;
    const note = (event: Event) => {
      touched = event.timeStamp;
    };
    addEventListener('pointerdown', note, true);
    const printing = new Promise<number>((resolve) => {
      const observer = new MutationObserver(() => {
        const text = document.body.textContent ?? '';
        if (!wanted.some((each) => text.includes(each))) return;
        observer.disconnect();
        removeEventListener('pointerdown', note, true);
        resolve(performance.now() - touched);
      });
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    Object.assign(globalThis, { printing });
  }, texts);
}
