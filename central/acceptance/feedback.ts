import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FeedbackItem } from '../../contract/central/feedback.ts';
import { formatComplaintCode } from '../../contract/domain/complaint.ts';
import { SURVEY_ELEMENTS, type SurveyAnswers } from '../../contract/domain/satisfaction.ts';
import { changesAfter } from '../downlink/changes.ts';
import { changeSeen, createBrowser, formToken } from '../testing/officer-browser.ts';
import type { OpenDatabase } from '../testing/open-database.ts';
import { enrolSpecimenStation } from '../testing/specimen-station.ts';
import { CODE, startTestCentral } from '../testing/start-test-central.ts';

const ADDRESS = '/petugas/masukan';
const survey = (score: 1 | 2 | 3 | 4): FeedbackItem => ({
  kind: 'survey',
  id: v7(),
  revision: 1,
  month: '2026-11',
  answers: Object.fromEntries(SURVEY_ELEMENTS.map((element) => [element, score])) as SurveyAnswers,
});
const rating = (score: 1 | 2 | 3 | 4): FeedbackItem => ({
  kind: 'rating',
  id: v7(),
  revision: 1,
  month: '2026-11',
  score,
});
const complaint = (text: string): Extract<FeedbackItem, { kind: 'complaint' }> => ({
  kind: 'complaint',
  id: v7(),
  revision: 1,
  complaint: {
    code: formatComplaintCode([1, 2, 3, 4, 5, 6, 7, text.length]),
    kind: 'complaint',
    text,
    media: [],
    sentAt: Date.UTC(2026, 10, 24, 3),
    answer: null,
    answeredAt: null,
  },
});

/** What citizens say at the kiosks: kept once, shown, and answered down to the kiosk. */
export function describeFeedback(openDatabase: OpenDatabase): void {
  describe('feedback', () => {
    let central: Awaited<ReturnType<typeof startTestCentral>>;
    let station: Awaited<ReturnType<typeof enrolSpecimenStation>>;

    beforeAll(async () => {
      central = await startTestCentral(await openDatabase());
      station = await enrolSpecimenStation(central.url, CODE);
    });
    afterAll(async () => {
      expect(central.failures).toEqual([]);
      await central.close();
    });

    async function send(...packets: unknown[]) {
      const response = await fetch(`${central.url}/v1/feedback`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: await station.authorization() },
        body: JSON.stringify({ packets }),
      });
      return ((await response.json()) as { answers: { outcome: string; reason?: string }[] }).answers;
    }
    const counts = async () =>
      (
        await Promise.all(
          ['ratings', 'surveys', 'complaints'].map((table) =>
            central.database.query(`SELECT 1 FROM ${table}`),
          ),
        )
      ).map((rows) => rows.length);
    const told = (cursor: string) =>
      changesAfter(central.database, {
        stationId: station.enrolment.stationId,
        cursor,
        now: Date.now(),
        receivingKey: null,
      });
    const mine = complaint('Antrean terlalu lama.');

    test('an item is kept once however often it comes, in whichever packet', async () => {
      const items = [rating(4), survey(4), mine];
      const packet = await station.sealFeedback(items);
      expect(await send(packet, packet)).toMatchObject([
        { outcome: 'acknowledged' },
        { outcome: 'acknowledged' },
      ]);
      await Promise.all([
        send(await station.sealFeedback([...items, rating(3), survey(2)])),
        send(await station.sealFeedback(items)),
      ]);
      expect(await counts()).toEqual([2, 2, 1]);
    });

    test('what is not sealed, signed and of this station is refused with the reason and nothing is kept', async () => {
      const good = await station.sealFeedback([rating(1)]);
      const before = await counts();
      const answers = await send(
        { ...good, sha256: 'ab'.repeat(32) },
        { ...good, packetId: v7() },
        await station.sealFeedback([rating(1)], { stationId: 'somebody-else' }),
        await station.sealFeedback([{ ...rating(1), score: 9 }]),
        await station.sealFeedback([]),
      );
      expect(answers.map(({ reason }) => reason)).toEqual([
        'wrong-hash',
        'ill-formed',
        'wrong-station',
        'ill-formed',
        'ill-formed',
      ]);
      expect(await counts()).toEqual(before);
    });

    test('the page shows each month with n and the complaint; an answer goes down to its kiosk', async () => {
      const browser = createBrowser(central.url);
      await browser.signIn();
      const page = await browser.read(ADDRESS);
      for (const words of [
        'November 2026',
        '75,00',
        'n kecil',
        mine.complaint.code,
        'Antrean terlalu lama.',
        '1 belum dijawab',
      ])
        expect(page.text).toContain(words);
      const first = await told('');
      expect(first.complaints).toMatchObject([{ id: mine.id, state: 'received', answer: null }]);
      const fields = {
        formToken: formToken(page.text),
        seen: changeSeen(page.text),
        station: station.enrolment.stationId,
        id: mine.id,
        state: 'answered',
      };
      expect((await browser.post(ADDRESS, { ...fields, answer: ' ' })).status).toBe(400);
      expect((await browser.post(ADDRESS, { ...fields, formToken: 'x', answer: 'Baik.' })).status).toBe(403);
      expect((await browser.post(ADDRESS, { ...fields, seen: '999', answer: 'Baik.' })).status).toBe(409);
      expect((await browser.post(ADDRESS, { ...fields, answer: 'Loket ditambah.' })).status).toBe(303);
      const second = await told(first.cursor);
      expect(second.complaints).toMatchObject([
        { id: mine.id, state: 'answered', answer: 'Loket ditambah.' },
      ]);
      expect(await told(second.cursor)).not.toHaveProperty('complaints');
      expect((await browser.read(`${ADDRESS}?tersimpan`)).text).toContain('0 belum dijawab');
    });

    test('a newer revision brings the village’s own answer and leaves what the office said; an older one changes nothing', async () => {
      const answered = {
        ...mine,
        revision: 2,
        complaint: { ...mine.complaint, answer: 'Sudah kami bicarakan.', answeredAt: 5 },
      };
      await send(await station.sealFeedback([answered]));
      await send(await station.sealFeedback([mine]));
      const [row] = await central.database.query('SELECT village_answer, answer, revision FROM complaints');
      expect(row).toMatchObject({
        village_answer: 'Sudah kami bicarakan.',
        answer: 'Loket ditambah.',
        revision: 2,
      });
    });

    test('statuses and complaints share one feed: pages lose nothing and repeat nothing', async () => {
      const ids = new Set<string>();
      for (let count = 0; count < 5; count += 1) {
        await send(
          await station.sealFeedback(
            Array.from({ length: 45 }, () => {
              const one = complaint('Lagi.');
              ids.add(one.id);
              return one;
            }),
          ),
        );
        await station.answersTo([(await station.seal([])).core]);
      }
      const seen: string[] = [];
      let statuses = 0;
      for (let cursor = '', more = true; more; ) {
        const page = await told(cursor);
        ({ cursor, more } = page);
        seen.push(...(page.complaints ?? []).map(({ id }) => id));
        statuses += page.statuses.length;
        expect((page.complaints?.length ?? 0) + page.statuses.length).toBeLessThanOrEqual(200);
      }
      expect([seen.length, new Set(seen).size, statuses]).toEqual([226, 226, 5]);
      expect([...ids].every((id) => seen.includes(id))).toBe(true);
    });
  });
}
