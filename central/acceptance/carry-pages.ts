import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CarriedRecord } from '../observation/carried-record.ts';
import { createBrowser, formToken } from '../testing/officer-browser.ts';
import type { OpenDatabase } from '../testing/open-database.ts';
import { carryFile } from '../testing/specimen-carry.ts';
import { enrolSpecimenStation } from '../testing/specimen-station.ts';
import { CODE, startTestCentral } from '../testing/start-test-central.ts';

const ADDRESS = '/petugas/kiriman';

/** The officer's box for what comes by hand. */
export function describeCarryPages(openDatabase: OpenDatabase): void {
  describe('box for carried files', () => {
    let central: Awaited<ReturnType<typeof startTestCentral>>;
    let browser: ReturnType<typeof createBrowser>;
    let station: Awaited<ReturnType<typeof enrolSpecimenStation>>;
    let token: string;
    const records: CarriedRecord[] = [];

    beforeAll(async () => {
      central = await startTestCentral(await openDatabase(), {
        onCarried: (record) => records.push(record),
      });
      browser = createBrowser(central.url);
      station = await enrolSpecimenStation(central.url, CODE);
      await browser.signIn();
      token = formToken((await browser.read(ADDRESS)).text);
    });
    afterAll(async () => {
      expect(central.failures).toEqual([]);
      await central.close();
    });

    const spools = () => readdirSync(tmpdir()).filter((name) => name.startsWith('anjungan-kiriman-'));

    function form(bytes: Uint8Array | null, given = token, name = 'berkas'): FormData {
      const data = new FormData();
      data.set('formToken', given);
      if (bytes) data.set(name, new Blob([new Uint8Array(bytes)]), 'kiriman-spesimen-00001.ajk');
      return data;
    }

    test('an uploaded file is received, its reply can be downloaded, and the same again is said to be so', async () => {
      const bytes = carryFile(station, 1, [await station.seal([randomBytes(3_000_000)])]);
      const sent = await browser.upload(ADDRESS, form(bytes));
      expect(sent.status).toBe(303);
      const page = await browser.read(sent.headers.get('location') ?? '');
      expect(page.text).toContain('Kiriman diterima');
      expect(page.text).toContain('1 permohonan diterima');
      const link = /href="(\/petugas\/kiriman\/[^"]+)"/.exec(page.text)?.[1] ?? '';
      const reply = await browser.read(link);
      expect(reply.headers.get('content-disposition')).toMatch(
        /^attachment; filename="balasan-[\w-]+\.ajb"$/,
      );
      expect(reply.text).toContain('anjungan-hand-carry-reply');
      const again = await browser.upload(ADDRESS, form(bytes));
      const repeated = await browser.read(again.headers.get('location') ?? '');
      expect(repeated.text).toContain('sudah pernah diterima');
      expect(await central.database.query('SELECT 1 FROM carried_files')).toHaveLength(1);
      await expect.poll(spools).toEqual([]);
    });

    test('each refusal is a page that says why, and nothing is left of the upload', async () => {
      const good = carryFile(station, 5, [await station.seal([randomBytes(500)])]);
      const changed = Buffer.from(good);
      changed[good.length - 1] = (changed.at(-1) ?? 0) ^ 1;
      const refused: [FormData, string][] = [
        [form(Buffer.from('not a file of ours')), 'bukan berkas kiriman'],
        [form(good.subarray(0, -40)), 'terpotong'],
        [form(changed), 'tidak sama'],
        [form(null), 'Belum ada berkas'],
        [form(good, token, 'lain'), 'Belum ada berkas'],
      ];
      for (const [data, words] of refused) {
        const page = await browser.upload(ADDRESS, data);
        expect([page.status, page.text.includes(words)]).toEqual([400, true]);
      }
      const urlencoded = await browser.post(ADDRESS, { formToken: token });
      expect([urlencoded.status, urlencoded.text.includes('terputus')]).toEqual([400, true]);
      expect(await central.database.query('SELECT 1 FROM carried_files')).toHaveLength(1);
      await expect.poll(spools).toEqual([]);
    });

    test('a file that only asks for news is received as such', async () => {
      const sent = await browser.upload(ADDRESS, form(carryFile(station, 2, [])));
      const page = await browser.read(sent.headers.get('location') ?? '');
      expect(page.text).toContain('Kiosk meminta kabar terbaru');
      expect(await central.database.query('DELETE FROM carried_files WHERE number = 2')).toEqual([]);
    });

    test('each file is counted and logged by its outcome, without anybody’s data', async () => {
      const text = await (await fetch(`${central.url}/metrics`)).text();
      for (const line of [
        'central_carried_files_total{outcome="received",reason=""} 2',
        'central_carried_files_total{outcome="replayed",reason=""} 1',
        'central_carried_files_total{outcome="refused",reason="truncated"} 1',
        'central_carried_packets_acknowledged 1',
        'central_carried_packets_rejected 0',
      ])
        expect(text).toContain(line);
      expect(records[0]).toEqual({
        outcome: 'received',
        reason: '',
        stationId: station.enrolment.stationId,
        number: 1,
        acknowledged: 1,
        rejected: 0,
        milliseconds: expect.any(Number),
      });
      expect(records.map(({ reason }) => reason)).toEqual(expect.arrayContaining(['tampered', 'truncated']));
    });

    test('without the token, with it after the file, or signed out, nothing is received', async () => {
      const bytes = carryFile(station, 6, [await station.seal([])]);
      expect((await browser.upload(ADDRESS, form(bytes, 'x'))).status).toBe(403);
      const late = new FormData();
      late.set('berkas', new Blob([new Uint8Array(bytes)]), 'a.ajk');
      late.set('formToken', token);
      expect((await browser.upload(ADDRESS, late)).status).toBe(403);
      const outside = await browser.upload(ADDRESS, form(bytes), '');
      expect([outside.status, outside.headers.get('location')]).toEqual([303, '/petugas/masuk']);
      expect((await browser.read(`${ADDRESS}/station-x/1`)).status).toBe(404);
      expect((await browser.read(`${ADDRESS}/${station.enrolment.stationId}/6`)).status).toBe(404);
      await expect.poll(spools).toEqual([]);
    });

    test('an upload that breaks off leaves nothing', async () => {
      const url = new URL(ADDRESS, central.url);
      await new Promise<void>((done) => {
        const headers = {
          cookie: browser.cookie(),
          'content-type': 'multipart/form-data; boundary=x',
          'content-length': '1000000',
        };
        const upload = request(url, { method: 'POST', headers });
        upload.on('error', () => undefined);
        upload.on('close', () => done());
        upload.write(
          `--x\r\ncontent-disposition: form-data; name="formToken"\r\n\r\n${token}\r\n--x\r\ncontent-disposition: form-data; name="berkas"; filename="a.ajk"\r\n\r\nhalf`,
          () => upload.destroy(),
        );
      });
      await expect.poll(spools).toEqual([]);
      expect(await central.database.query('SELECT 1 FROM carried_files')).toHaveLength(1);
    });
  });
}
