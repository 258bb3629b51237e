import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { resizePage } from '../e2e/support/accessibility.ts';
import { beginVisit, citizenWords, walkEveryCitizenScreen } from '../e2e/support/citizen.ts';
import { type CitizenKiosk, startCitizenKiosk } from '../e2e/support/citizen-kiosk.ts';
import { paperPicture, takePaper } from '../e2e/support/paper.ts';

const SCREENS = [
  { name: 'standing', width: 1080, height: 1920 },
  { name: 'lying', width: 1280, height: 800 },
] as const;
/** Screens that end in a paper, and the name of its picture. */
const PAPERS = new Set(['ticket', 'service, printed', 'documents', 'complained']);

/** Every screen of the citizens' face in both languages and both sizes, the papers, and the hard ways to read. */
export async function citizenTour(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const started = await startCitizenKiosk();
  const { kiosk, page, trackingCode } = started;
  const tray = await kiosk.tray();
  // The receipt of the application that is asked about.
  await takePaper(tray);
  const shoot = async (name: string) => {
    for (const { name: size, width, height } of SCREENS) {
      await resizePage(kiosk.app, page, 'self-service', width, height);
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      save(folder, `${name} ${size}`, await page.screenshot());
    }
  };
  try {
    for (const language of ['id', 'en'] as const) {
      let number = 0;
      await walkEveryCitizenScreen({
        page,
        language,
        trackingCode,
        async look(screen) {
          number += 1;
          await shoot(`${language} ${String(number).padStart(2, '0')} ${screen}`);
          if (!PAPERS.has(screen)) return;
          save(folder, `${language} paper ${screen}`, await paperPicture(tray));
          await takePaper(tray);
        },
      });
    }
    await hardWays(page, shoot);
    await counterSide(started, folder);
    await night(started, shoot, folder);
  } finally {
    await started.close();
  }
}

/** Large and largest letters, and the high contrast. */
async function hardWays(page: Page, shoot: (name: string) => Promise<void>): Promise<void> {
  const words = citizenWords('id');
  await beginVisit(page);
  await page.getByRole('button', { name: words('textSize.normal') }).click();
  await shoot('large letters');
  await page.getByRole('button', { name: words('textSize.large') }).click();
  await shoot('largest letters');
  await page.getByRole('button', { name: words('contrast') }).click();
  await shoot('largest letters, high contrast');
  await page.getByRole('button', { name: words('textSize.largest') }).click();
  await shoot('high contrast');
  await page.getByRole('button', { name: words('askForHelp') }).click();
  await page.getByRole('button', { name: words('helpGoOn') }).click();
}

/** What the officer sees of the citizens' side. */
async function counterSide({ kiosk }: CitizenKiosk, folder: string): Promise<void> {
  await kiosk.counter.getByText(/minta bantuan sejak/).waitFor();
  save(folder, 'counter help', await kiosk.counter.screenshot());
  await kiosk.counter.getByRole('region', { name: 'Suara warga' }).getByRole('button').click();
  await kiosk.counter.getByRole('dialog').waitFor();
  save(folder, 'counter feedback', await kiosk.counter.screenshot());
}

/** Nobody at the counter, and then no paper either. */
async function night(
  { kiosk, page }: CitizenKiosk,
  shoot: (name: string) => Promise<void>,
  folder: string,
): Promise<void> {
  const words = citizenWords('id');
  const tray = await kiosk.tray();
  const press = (name: string) => tray.getByRole('button', { name, exact: true }).click();
  await kiosk.counter.keyboard.press('Escape');
  await page.getByRole('button', { name: words('finish') }).click();
  await press('Habiskan kertas');
  await page.getByText(words('broken.no-paper')).waitFor();
  await shoot('no paper');
  await press('Jadikan malam, loket tutup');
  await kiosk.counter.getByRole('button', { name: 'Kunci', exact: true }).click();
  await page.getByRole('heading', { name: words('dayAndNight') }).waitFor();
  await shoot('night');
  await beginVisit(page);
  await shoot('night menu');
  save(folder, 'counter night', await kiosk.counter.screenshot());
}

function save(folder: string, name: string, picture: Buffer): void {
  const file = join(folder, `${name.replaceAll(/[ ,]+/g, '-')}.png`);
  writeFileSync(file, picture);
  process.stdout.write(`${file}\n`);
}
