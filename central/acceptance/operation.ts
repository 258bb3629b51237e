import { randomBytes } from 'node:crypto';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBrowser } from '../testing/officer-browser.ts';
import type { OpenDatabase } from '../testing/open-database.ts';
import { enrolSpecimenStation } from '../testing/specimen-station.ts';
import { CODE, OFFICER, startTestCentral } from '../testing/start-test-central.ts';

/** How central is run: measured, logged, limited. */
export function describeOperation(openDatabase: OpenDatabase): void {
  describe('operation', () => {
    let central: Awaited<ReturnType<typeof startTestCentral>>;
    let now = Date.UTC(2026, 10, 24, 3);
    const lines: string[] = [];
    const log = pino({ base: null }, { write: (line: string) => lines.push(line) });

    beforeAll(async () => {
      central = await startTestCentral(await openDatabase(), {
        now: () => now,
        rates: { station: { burst: 12, perSecond: 1 } },
        onRequest: (record) => log.info(record, 'answered'),
      });
    });
    afterAll(async () => {
      expect(central.failures).toEqual([]);
      await central.close();
    });

    test('metrics are counted by route and outcome and given to this machine alone', async () => {
      const station = await enrolSpecimenStation(central.url, CODE);
      const packet = await station.seal([randomBytes(1_000)]);
      await station.answersTo([packet.core]);
      await station.sendBundle(packet.core.packetId, packet.bundle);
      const metrics = await fetch(`${central.url}/metrics`);
      const text = await metrics.text();
      expect(metrics.headers.get('content-type')).toContain('text/plain; version=0.0.4');
      expect(text).toContain('central_packets_total{outcome="bundle-wanted",reason=""} 1');
      expect(text).toContain('central_packets_total{outcome="acknowledged",reason=""} 1');
      expect(text).toMatch(
        /central_request_seconds_count\{method="POST",route="\/v1\/batches",status="200"\} 1/,
      );
      expect(text).toContain('central_requests_running 1');
      const passedOn = await fetch(`${central.url}/metrics`, {
        headers: { 'x-forwarded-for': '203.0.113.7' },
      });
      expect(passedOn.status).toBe(404);
    });

    test('a station at full speed is slowed down and told for how long', async () => {
      now += 60_000;
      const browser = createBrowser(central.url);
      const [row] = await central.database.query('SELECT code_hash FROM enrolment_codes');
      expect(row).toBeDefined();
      await central.database.query('UPDATE enrolment_codes SET used_by = NULL');
      const station = await enrolSpecimenStation(central.url, CODE);
      const answers: Response[] = [];
      for (let count = 0; count < 14; count += 1) {
        answers.push(
          await fetch(`${central.url}/v1/changes?cursor=`, {
            headers: { authorization: await station.authorization() },
          }),
        );
      }
      expect(answers.map(({ status }) => status)).toEqual([...Array<number>(12).fill(200), 429, 429]);
      expect(answers.at(-1)?.headers.get('retry-after')).toBe('1');
      expect((await browser.read('/v1/health')).status).toBe(200);
      now += 1_000;
      expect((await station.changes('')).signed).toBeTypeOf('string');
    });

    test('wrong proofs from one address are slowed down', async () => {
      const answers: number[] = [];
      for (let count = 0; count < 35; count += 1) {
        const response = await fetch(`${central.url}/v1/changes`, {
          headers: { authorization: 'Bearer a.b.c' },
        });
        answers.push(response.status);
      }
      expect(new Set(answers)).toEqual(new Set([401, 429]));
      expect(answers.filter((answer) => answer === 401)).toHaveLength(30);
    });

    test('signing in is slowed down for an address, whoever it tries to be', async () => {
      const browser = createBrowser(central.url);
      const answers: number[] = [];
      for (let count = 0; count < 22; count += 1) {
        answers.push((await browser.post('/petugas/masuk', { name: `n${count}`, secret: 'x' }, '')).status);
      }
      expect(answers.filter((answer) => answer === 429).length).toBeGreaterThanOrEqual(2);
      now += 60 * 60_000;
      expect((await browser.signIn()).status).toBe(303);
    });

    test('the log names no person, no code, no address and no secret', async () => {
      const code = 'LB-1234-5678-9';
      await fetch(`${central.url}/status?code=${code}`);
      await fetch(`${central.url}/v1/status/${code}`);
      await fetch(`${central.url}/SITI%20SPESIMEN/1804045709909901`);
      expect(lines.length).toBeGreaterThan(50);
      for (const line of lines) {
        expect(Object.keys(JSON.parse(line)).sort()).toEqual(
          ['level', 'method', 'milliseconds', 'msg', 'route', 'status', 'time'].sort(),
        );
      }
      for (const secret of [
        code,
        'SPESIMEN',
        '1804',
        '127.0.0.1',
        `${OFFICER.name}"`,
        OFFICER.secret,
        'Bearer',
      ]) {
        expect(lines.filter((line) => line.replaceAll(/"time":\d+/g, '').includes(secret))).toEqual([]);
      }
    });

    test('a session ends after an hour without a page, and after a working day in any case', async () => {
      const browser = createBrowser(central.url);
      await browser.signIn();
      for (let hour = 0; hour < 10; hour += 1) {
        now += 59 * 60_000;
        expect((await browser.read('/petugas')).status).toBe(200);
      }
      now += 11 * 60_000;
      expect((await browser.read('/petugas')).status).toBe(303);
      await browser.signIn();
      now += 61 * 60_000;
      expect((await browser.read('/petugas')).status).toBe(303);
    });
  });
}
