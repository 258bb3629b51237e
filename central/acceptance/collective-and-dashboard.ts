import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readFigures } from '../dashboard/figures.ts';
import { createBrowser, formToken } from '../testing/officer-browser.ts';
import type { OpenDatabase } from '../testing/open-database.ts';
import { enrolSpecimenStation } from '../testing/specimen-station.ts';
import { CODE, startTestCentral } from '../testing/start-test-central.ts';
import { walkApplication } from '../testing/walk-application.ts';

const MONDAY = Date.UTC(2026, 10, 23, 2);
const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const PATH = '/petugas/kolektif';
const HERE = `${PATH}?wilayah=18.04.04`;

/** The list for a mobile visit and the district's figures. */
export function describeCollectiveAndDashboard(openDatabase: OpenDatabase): void {
  describe('collective list and dashboard', () => {
    let now = MONDAY;
    let central: Awaited<ReturnType<typeof startTestCentral>>;
    let browser: ReturnType<typeof createBrowser>;
    const ids: string[] = [];

    beforeAll(async () => {
      central = await startTestCentral(await openDatabase(), { now: () => now });
      browser = createBrowser(central.url);
      const station = await enrolSpecimenStation(central.url, CODE);
      for (let place = 0; place < 57; place += 1) {
        now += 1_000;
        const packet = await station.seal([], (content) => ({
          ...content,
          application: {
            ...content.application,
            serviceKey: place === 54 ? 'passport-lost' : content.application.serviceKey,
            values: {
              'identity.fullName':
                place === 3 ? '=HYPERLINK("http://x") SPESIMEN' : `WARGA SPESIMEN ${place}`,
              'identity.nik': '1804045709909901',
              'identity.birthDate': '1990-09-17',
              'contact.phone': '+6281200000101',
              'address.village': place === 55 ? '18.04.05.2001' : '18.04.04.2002',
            },
          },
        }));
        await station.answersTo([packet.core]);
        ids.push(packet.core.applicationId);
      }
      await walkApplication(central.database, ids[56] ?? '', ['needs-correction'], now);
      await browser.signIn();
    });
    afterAll(async () => {
      expect(central.failures).toEqual([]);
      await central.close();
    });

    async function send(fields: Record<string, string>) {
      const token = formToken((await browser.read(HERE)).text);
      return await browser.post(PATH, { formToken: token, wilayah: '18.04.04', ...fields });
    }
    const tick = (places: readonly number[]) =>
      Object.fromEntries(places.map((place) => [`ikut:${ids[place]}`, 'on']));

    test('fifty of those who can come along, who waited longest first, and what is left is told', async () => {
      const { text } = await browser.read(HERE);
      expect(text.match(/name="ikut:/g)).toHaveLength(50);
      expect(text).toContain('50 orang');
      expect(text).toContain('4 orang lagi menunggu');
      expect(text).toContain('1 orang lain masih harus memperbaiki');
      expect(text).toContain('1804 0457 0990 9901');
      for (const place of [54, 55, 56]) expect(text).not.toContain(ids[place]);
      const small = await browser.read(`${PATH}?wilayah=18.04.05.2001`);
      expect(small.text).toContain('Masih kurang 29 orang');
      expect((await browser.read(`${PATH}?wilayah=${encodeURIComponent("' OR 1=1")}`)).text).not.toContain(
        'ikut:',
      );
    });

    test('the ticked ones are downloaded, and nothing in the file is calculated', async () => {
      const answer = await send({ action: 'csv', ...tick([2, 3]) });
      expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
      expect(answer.headers.get('content-disposition')).toContain('kolektif-kec-balik-bukit.csv');
      const lines = answer.text.replace('\uFEFF', '').trimEnd().split('\r\n');
      expect(lines).toHaveLength(3);
      expect(lines[1]).toContain('"WARGA SPESIMEN 2";"1990-09-17";"1804 0457 0990 9901"');
      expect(lines[2]).toContain(`"'=HYPERLINK(""http://x"") SPESIMEN"`);
      expect(lines[2]).toContain(`"'+6281200000101"`);
    });

    test('the ticked ones are given their appointment, nobody else, and only in the future', async () => {
      const wish = { action: 'schedule', time: '08:00', place: 'Balai Pekon Kubu Perahu' };
      expect((await send({ ...wish, date: '2026-12-07' })).text).toContain('Centang paling sedikit');
      expect((await send({ ...wish, date: '2020-01-01', ...tick([0]) })).status).toBe(400);
      const done = await send({ ...wish, date: '2026-12-07', ...tick([0, 1, 54, 55]) });
      expect(done.headers.get('location')).toBe(`${HERE}&terjadwal=2`);
      const rows = await central.database.query("SELECT id FROM applications WHERE stage_key = 'scheduled'");
      expect(rows.map(({ id }) => id).sort()).toEqual([ids[0], ids[1]].sort());
      const forged = await browser.post(PATH, { formToken: 'x', wilayah: '18.04.04', ...wish, ...tick([2]) });
      expect(forged.status).toBe(403);
    });

    test('the figures are right: how many, where, how long, and the promise in working days', async () => {
      const [quick, late, open] = [ids[10] ?? '', ids[11] ?? '', ids[12] ?? ''];
      for (const id of [quick, late, open]) await walkApplication(central.database, id, ['interview'], now);
      now += 2 * HOUR;
      for (const id of [quick, late]) await walkApplication(central.database, id, ['verification'], now);
      now += 4 * DAY;
      await walkApplication(central.database, quick, ['ready'], now);
      now += 3 * DAY;
      await walkApplication(central.database, late, ['ready'], now);
      const figures = await readFigures(central.database, now);
      expect(figures.byStage.get('ready')).toBe(2);
      expect(figures.byVillage).toEqual([
        { code: '18.04.04.2002', count: 56 },
        { code: '18.04.05.2001', count: 1 },
      ]);
      expect(figures.arrivals.reduce((sum, { count }) => sum + count, 0)).toBe(57);
      expect(figures.promise.toSorted()).toEqual([4, 5]);
      const interview = figures.durations.find(({ stageKey }) => stageKey === 'interview');
      expect(interview).toMatchObject({ count: 2, median: 2 * HOUR });
    });

    test('the dashboard draws them with a table for each drawing, and tells which kiosk is silent', async () => {
      await browser.signIn();
      const { text } = await browser.read('/petugas/dasbor');
      expect(text).toContain('50% (1/2) memenuhi janji: 4 hari kerja');
      expect(text.match(/role="img"/g)).toHaveLength(2);
      expect(text.match(/<summary>/g)).toHaveLength(5);
      expect(text).toContain('Balai Pekon Spesimen');
      expect(text).toContain('Diam sekarang');
      expect(text).not.toContain('NaN');
    });
  });
}
