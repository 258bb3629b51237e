import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeSeen, createBrowser, formToken } from '../testing/officer-browser.ts';
import type { OpenDatabase } from '../testing/open-database.ts';
import { enrolSpecimenStation } from '../testing/specimen-station.ts';
import { CODE, OFFICER, startTestCentral } from '../testing/start-test-central.ts';

const hostileName = '<script>alert(1)</script> SPESIMEN';
const SEKARANG = Date.UTC(2026, 10, 24, 3);

/** Sign-in, work list, one application and what its officer does with it. */
export function describeOfficerPages(openDatabase: OpenDatabase): void {
  describe('officer pages', () => {
    let central: Awaited<ReturnType<typeof startTestCentral>>;
    let browser: ReturnType<typeof createBrowser>;
    let address: string;
    let trackingCode: string;
    let station: Awaited<ReturnType<typeof enrolSpecimenStation>>;

    beforeAll(async () => {
      central = await startTestCentral(await openDatabase(), { now: () => SEKARANG });
      browser = createBrowser(central.url);
      station = await enrolSpecimenStation(central.url, CODE);
      const packet = await station.seal([Buffer.from('picture')], (content) => ({
        ...content,
        application: {
          ...content.application,
          values: { 'identity.fullName': hostileName, 'address.village': '18.04.04.2002' },
          issues: [
            { at: 'identity.nik', step: 'identity', severity: 'warn', code: 'nik-date-differs', values: {} },
          ],
        },
      }));
      await station.answersTo([packet.core]);
      await station.sendBundle(packet.core.packetId, packet.bundle);
      address = `/petugas/permohonan/${packet.core.applicationId}`;
      trackingCode = packet.content.application.trackingCode;
      const signedIn = await browser.signIn();
      for (const word of ['HttpOnly', 'SameSite=Strict', 'Secure', 'Path=/petugas']) {
        expect(signedIn.headers.get('set-cookie')).toContain(word);
      }
    });
    afterAll(async () => {
      expect(central.failures).toEqual([]);
      await central.close();
    });

    async function change(fields: Record<string, string>) {
      const page = await browser.read(address);
      return await browser.post(address, {
        formToken: formToken(page.text),
        seen: changeSeen(page.text),
        ...fields,
      });
    }

    test('without signing in every page leads to the door', async () => {
      for (const path of [
        '/petugas',
        address,
        `${address}/gambar/x`,
        '/petugas/kolektif',
        '/petugas/dasbor',
      ]) {
        const page = await browser.read(path, '');
        expect([page.status, page.headers.get('location')]).toEqual([303, '/petugas/masuk']);
      }
    });

    test('the list and the application show the data, escaped, with its pictures, and nothing is kept', async () => {
      const list = await browser.read('/petugas');
      expect(list.text).toContain(trackingCode);
      expect(list.text).toContain('Kubu Perahu, Kec. Balik Bukit');
      expect(list.text).toContain('&lt;script&gt;');
      expect(list.text).not.toContain('<script');
      const page = await browser.read(address);
      expect(page.text).toContain('Nama lengkap');
      expect(page.text).toContain('Tanggal lahir di NIK berbeda');
      const picture = await browser.read(/src="([^"]+gambar[^"]+)"/.exec(page.text)?.[1] ?? '');
      expect(picture.text).toBe('picture');
      for (const { headers } of [list, page, picture]) {
        expect(headers.get('cache-control')).toBe('no-store');
        expect(headers.get('content-security-policy')).toContain("default-src 'none'");
        expect(headers.get('x-content-type-options')).toBe('nosniff');
      }
    });

    test('what a station calls a web page is offered as bytes', async () => {
      const packet = await station.seal([Buffer.from('<script>1</script>')], (content) => ({
        ...content,
        application: {
          ...content.application,
          attachments: content.application.attachments.map((each) => ({ ...each, mediaType: 'text/html' })),
        },
      }));
      await station.answersTo([packet.core]);
      await station.sendBundle(packet.core.packetId, packet.bundle);
      const { id, attachments } = packet.content.application;
      const answer = await browser.read(`/petugas/permohonan/${id}/gambar/${attachments[0]?.id}`);
      expect(answer.headers.get('content-type')).toBe('application/octet-stream');
      expect(answer.headers.get('content-disposition')).toBe('attachment');
    });

    test('without the form token nothing changes, and an invented stage is none', async () => {
      const forged = await browser.post(address, {
        formToken: 'x',
        seen: '1',
        action: 'stage',
        stage: 'ready',
      });
      expect(forged.status).toBe(403);
      expect((await change({ action: 'stage', stage: 'invented' })).status).toBe(400);
      expect((await change({ action: 'invented' })).status).toBe(400);
      expect((await browser.read(address)).text).toContain('Mulai periksa');
    });

    test('checking, then sending back with remarks per field, is what the citizen and the station are told', async () => {
      expect((await change({ action: 'stage', stage: 'document-check' })).status).toBe(303);
      expect((await change({ action: 'send-back', remark: ' ' })).status).toBe(400);
      const sent = await change({
        action: 'send-back',
        remark: 'Foto buram',
        'catatan:identity.nik': 'Periksa NIK',
        'catatan:photo': 'Ambil ulang',
        'catatan:contact.phone': '  ',
      });
      expect(sent.status).toBe(303);
      const status = await browser.read(`/status?code=${trackingCode.toLowerCase()}`, '');
      expect(status.text).toContain('Perlu perbaikan');
      for (const secret of ['SPESIMEN', 'Foto buram', 'Periksa NIK'])
        expect(status.text).not.toContain(secret);
      const { signed } = await station.changes('');
      const told = JSON.parse(Buffer.from(signed.split('.')[1] ?? '', 'base64url').toString());
      const ours = told.statuses.find((each: { trackingCode: string }) => each.trackingCode === trackingCode);
      expect(ours).toMatchObject({
        stageKey: 'needs-correction',
        remark: 'Foto buram',
        fieldRemarks: { 'identity.nik': 'Periksa NIK', photo: 'Ambil ulang' },
      });
      expect((await browser.read(address)).text).toMatch(/value="Periksa NIK"/);
    });

    test('an appointment is in the future and reaches citizen and station', async () => {
      const wish = { action: 'schedule', time: '09:30', place: 'Balai Pekon Kubu Perahu' };
      for (const date of ['2026-11-24', '2026-02-30', 'besok']) {
        expect((await change({ ...wish, date })).status).toBe(400);
      }
      expect((await change({ ...wish, date: '2026-12-01' })).status).toBe(303);
      const status = await browser.read(`/status?code=${trackingCode}`, '');
      expect(status.text).toContain('Selasa, 1 Desember 2026');
      expect(status.text).toContain('Balai Pekon Kubu Perahu');
      const { signed } = await station.changes('');
      const told = JSON.parse(Buffer.from(signed.split('.')[1] ?? '', 'base64url').toString());
      const ours = told.statuses.find((each: { trackingCode: string }) => each.trackingCode === trackingCode);
      expect(ours.appointment).toEqual({
        at: Date.UTC(2026, 11, 1, 2, 30),
        place: 'Balai Pekon Kubu Perahu',
      });
    });

    test('two officers at one application: the second is told, and changes nothing', async () => {
      const seen = changeSeen((await browser.read(address)).text);
      expect((await change({ action: 'stage', stage: 'verification' })).status).toBe(303);
      const late = await change({ action: 'stage', stage: 'rejected', seen });
      expect(late.status).toBe(409);
      expect(late.text).toContain('baru saja berubah');
      expect((await browser.read(`/status?code=${trackingCode}`, '')).text).toContain('Verifikasi');
    });

    test('the list is filtered by stage, pekon, kecamatan, service and age, and finds a code', async () => {
      const finds = async (query: string) =>
        (await browser.read(`/petugas?${query}`)).text.includes(trackingCode);
      expect(await finds('tahap=verification')).toBe(true);
      expect(await finds('tahap=ready')).toBe(false);
      expect(await finds('wilayah=18.04.04.2002')).toBe(true);
      expect(await finds('wilayah=18.04.04')).toBe(true);
      expect(await finds('wilayah=18.04.0')).toBe(false);
      expect(await finds('wilayah=18.04.05')).toBe(false);
      expect(await finds('layanan=passport-replacement-expired-adult')).toBe(true);
      expect(await finds('layanan=other')).toBe(false);
      expect(await finds('umur=1')).toBe(false);
      const found = await browser.read(`/petugas?kode=${trackingCode.toLowerCase().replaceAll('-', ' ')}`);
      expect(found.headers.get('location')).toBe(address);
      expect((await browser.read('/petugas?kode=LB-0000-0000-1')).text).toContain('Kode tidak ditemukan');
    });

    test('pages follow each other by key: nothing twice, nothing left out, whatever arrives meanwhile', async () => {
      const wanted = new Set<string>();
      for (let count = 0; count < 60; count += 1) {
        const packet = await station.seal([]);
        await station.answersTo([packet.core]);
        wanted.add(packet.content.application.trackingCode);
      }
      const seen: string[] = [];
      for (let next = '/petugas?tahap=received'; next !== ''; ) {
        const page = (await browser.read(next)).text;
        seen.push(...[...page.matchAll(/>(LB-[^<]{11})<\/a>/g)].map(([, code = '']) => code));
        await station.answersTo([(await station.seal([])).core]);
        const more = /href="([^"]+)">Halaman berikutnya/.exec(page)?.[1] ?? '';
        next = seen.length > 200 ? '' : more.replaceAll('&amp;', '&');
      }
      expect(new Set(seen).size).toBe(seen.length);
      for (const code of wanted) expect(seen).toContain(code);
    });

    test('five wrong secrets lock the officer for a while, also when they come at once', async () => {
      await central.database.query(
        "INSERT INTO officers (name, secret_hash) SELECT 'lain', secret_hash FROM officers LIMIT 1",
      );
      const wrong = Array.from({ length: 5 }, () =>
        browser.post('/petugas/masuk', { name: 'lain', secret: 'salah' }, ''),
      );
      const answers = await Promise.all(wrong);
      expect(answers.filter(({ text }) => text.includes('Terlalu banyak'))).toHaveLength(1);
      const right = await browser.post('/petugas/masuk', { name: 'lain', secret: OFFICER.secret }, '');
      expect(right.text).toContain('Terlalu banyak');
    });

    test('another site can neither sign in nor sign out', async () => {
      const response = await fetch(`${central.url}/petugas/masuk`, {
        method: 'POST',
        headers: { 'sec-fetch-site': 'cross-site' },
        body: new URLSearchParams(OFFICER),
      });
      expect(response.status).toBe(403);
      expect((await browser.post('/petugas/keluar', { formToken: 'x' })).status).toBe(403);
    });

    test('secrets are kept as argon2id', async () => {
      const rows = await central.database.query('SELECT secret_hash FROM officers');
      for (const row of rows) expect(row.secret_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    });
  });
}
