import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { OFFICER } from '../../central/testing/start-test-central.ts';
import { openBrowser, SIZES, type Size } from '../browser/open-browser.ts';
import { startSpecimenDistrict } from '../browser/specimen-district.ts';

/** Central's pages in a real browser, on the office's screen and on a telephone. */
export async function centralTour(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const district = await startSpecimenDistrict();
  const browser = await openBrowser();
  const { page } = browser;
  try {
    await page.goto(`${district.url}/petugas/masuk`);
    await page.getByLabel('Nama petugas').fill(OFFICER.name);
    await page.getByLabel('Kata sandi').fill(OFFICER.secret);
    await page.getByRole('button', { name: 'Masuk' }).click();
    await page.getByRole('heading', { name: 'Daftar kerja' }).waitFor();
    const places = [
      ['work-list', '/petugas'],
      ['application', `/petugas/permohonan/${district.fresh.id}`],
      ['collective', '/petugas/kolektif?wilayah=18.04.04'],
      ['dashboard', '/petugas/dasbor'],
      ['feedback', '/petugas/masukan'],
      ['status', `/status?code=${district.trackingCode}`],
      ['status-english', `/status?lang=en&code=${district.trackingCode}`],
    ] as const;
    for (const size of Object.keys(SIZES) as Size[]) {
      await browser.resize(size);
      for (const [name, path] of places) {
        await page.goto(`${district.url}${path}`);
        await page.evaluate(() => document.fonts.ready.then(() => undefined));
        for (const [suffix, whole] of [
          ['', false],
          ['-whole', true],
        ] as const) {
          const file = join(folder, `${name}-${size}${suffix}.png`);
          await browser.picture(file, whole);
          process.stdout.write(`${file}\n`);
        }
      }
    }
    await page.goto(`${district.url}/petugas/kolektif?wilayah=18.04.04`);
    await browser.resize('desktop');
    await page.emulateMedia({ media: 'print' });
    await browser.picture(join(folder, 'collective-paper.png'), true);
    if (district.failures.length > 0) throw new Error(`central failed ${district.failures.length} times`);
  } finally {
    await browser.close();
    await district.close();
  }
}
