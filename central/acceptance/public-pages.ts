import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBrowser } from '../testing/officer-browser.ts';
import type { OpenDatabase } from '../testing/open-database.ts';
import { enrolSpecimenStation } from '../testing/specimen-station.ts';
import { CODE, startTestCentral } from '../testing/start-test-central.ts';
import { walkApplication } from '../testing/walk-application.ts';

const TUESDAY = Date.UTC(2026, 10, 24, 3);
const DAY = 24 * 60 * 60_000;

/** What everybody may see, and at which pace. */
export function describePublicPages(openDatabase: OpenDatabase): void {
  describe('public pages', () => {
    let now = TUESDAY;
    let central: Awaited<ReturnType<typeof startTestCentral>>;
    let browser: ReturnType<typeof createBrowser>;
    let code: string;
    let id: string;

    beforeAll(async () => {
      central = await startTestCentral(await openDatabase(), { now: () => now });
      browser = createBrowser(central.url);
      const station = await enrolSpecimenStation(central.url, CODE);
      const packet = await station.seal([]);
      await station.answersTo([packet.core]);
      ({ trackingCode: code, id } = packet.content.application);
    });
    afterAll(async () => {
      expect(central.failures).toEqual([]);
      await central.close();
    });

    async function status(query: string) {
      now += 60_000;
      return await browser.read(`/status?${query}`);
    }

    test('it speaks Indonesian, and English when asked', async () => {
      const indonesian = await status(`code=${code}`);
      expect(indonesian.text).toContain('<html lang="id">');
      expect(indonesian.text).toContain('Diterima kantor imigrasi');
      const english = await status(`lang=en&code=${code}`);
      expect(english.text).toContain('<html lang="en">');
      expect(english.text).toContain('Received by the immigration office');
      expect(english.text).not.toContain('Sejak');
    });

    test('dates are honest: none before the interview, four working days after it, and late is called late', async () => {
      expect((await status(`code=${code}`)).text).toContain('baru dapat diperkirakan setelah wawancara');
      now = TUESDAY + DAY;
      await walkApplication(central.database, id, ['document-check', 'interview', 'verification'], now);
      const expected = await status(`code=${code}`);
      expect(expected.text).toContain('paling lambat Selasa, 1 Desember 2026');
      expect(expected.text).not.toContain('Sudah lewat');
      now = TUESDAY + 8 * DAY;
      expect((await status(`code=${code}`)).text).toContain('Sudah lewat dari janji');
      await walkApplication(central.database, id, ['ready', 'collected'], now);
      const collected = await status(`code=${code}`);
      expect(collected.text).not.toContain('Sudah lewat');
      expect(collected.text).toContain('Sudah diserahkan');
    });

    test('an unknown code and what is no code get the same answer', async () => {
      const answers = await Promise.all([
        status('code=LB-0000-0000-1'),
        status('code=%3Cscript%3E'),
        status('code=x'),
      ]);
      for (const { text, status: answered } of answers) {
        expect(answered).toBe(200);
        expect(text).toContain('Kode tidak ditemukan');
        expect(text).not.toContain('<script');
      }
    });

    test('it is small enough for a slow line and asks for no script', async () => {
      const page = await fetch(`${central.url}/status?code=${code}`, {
        headers: { 'accept-encoding': 'gzip' },
      });
      const style = await fetch(`${central.url}/gaya.css`, { headers: { 'accept-encoding': 'gzip' } });
      expect(page.headers.get('content-encoding')).toBe('gzip');
      const { gzipSync } = await import('node:zlib');
      const sent = gzipSync(await page.text()).length + gzipSync(await style.text()).length;
      expect(sent).toBeLessThan(9_000);
      expect((await status(`code=${code}`)).text).not.toMatch(/<script|style=|onclick/);
    });

    test('guessing is slowed down for the page and the interface alike, the empty form is not', async () => {
      now += DAY;
      const answers: number[] = [];
      for (let count = 0; count < 35; count += 1) {
        const path = count % 2 === 0 ? '/status?code=LB-0000-0000-1' : '/v1/status/LB-0000-0000-0';
        answers.push((await browser.read(path)).status);
      }
      expect(answers.filter((answer) => answer === 429)).toHaveLength(5);
      const slowed = await browser.read(`/status?code=${code}`);
      expect(slowed.text).toContain('Terlalu sering');
      expect(Number(slowed.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(slowed.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect((await browser.read('/status')).status).toBe(200);
      now += 2_000;
      expect((await browser.read(`/status?code=${code}`)).status).toBe(200);
    });
  });
}
