import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type SendingSettings, UNLIMITED } from '../../../../contract/domain/sending.ts';
import { dayInWib } from '../../../clock/calendar.ts';
import { type SyncBench, startSyncBench } from '../../testing/sync-bench.ts';
import type { UnrulyRequest } from '../../testing/unruly-server.ts';

const MINUTE = 60_000;
/** How much the requests around the bundles may take. */
const CORES_AND_HEADERS = 60_000;
/** The manual clock starts on 24 November 2026, 09.00 WIB. */
const NINE = 9 * 60;

const isBundle = ({ method }: UnrulyRequest) => method === 'PATCH';
const delivered = (bench: SyncBench, count: number) => () => bench.sync().summary().delivered === count;
const holds = (bench: SyncBench, reason: string) => () => bench.sync().summary().hold?.reason === reason;

async function enrolled(change: Partial<SendingSettings>): Promise<SyncBench> {
  const bench = await startSyncBench();
  await bench.enrol();
  bench.sync().changeSettings({ ...UNLIMITED, ...change });
  await bench.idle();
  return bench;
}

test('nothing is said in quiet hours, and all goes when they end', async () => {
  const bench = await enrolled({ quietHours: { from: NINE - 30, until: NINE + 20 } });
  const asked = bench.server.requests.length;
  await bench.submit();
  await bench.submit(0);
  bench.clock.advance(19 * MINUTE);
  bench.sync().sendNow();
  await bench.idle();
  expect(bench.server.requests).toHaveLength(asked);
  const end = bench.sync().summary().quietUntil ?? 0;
  expect(bench.sync().summary()).toMatchObject({ hold: { reason: 'quiet-hours', until: end }, waiting: 2 });
  bench.clock.advance(end - bench.clock.now());
  await bench.until(delivered(bench, 2));
  expect(bench.sync().summary()).toMatchObject({ hold: null, quietUntil: null });
});

test('who confirms it sends in quiet hours, and then it is quiet again', async () => {
  const bench = await enrolled({ quietHours: { from: NINE - 30, until: NINE + 60 } });
  await bench.submit();
  bench.sync().sendNow(true);
  await bench.until(delivered(bench, 1));
  await bench.idle();
  const asked = bench.server.requests.length;
  await bench.submit();
  bench.clock.advance(30 * MINUTE);
  await bench.idle();
  expect(bench.server.requests).toHaveLength(asked);
});

test('a wall clock that is set out of the quiet hours ends them, with no restart', async () => {
  const bench = await enrolled({ quietHours: { from: NINE - 30, until: NINE + 600 } });
  await bench.submit();
  bench.clock.jumpTo(bench.clock.now() + 11 * 60 * MINUTE);
  bench.clock.advance(10 * MINUTE);
  await bench.until(delivered(bench, 1));
});

test('a spent day holds bundles and lets cores go; the next day sends the rest from the byte it stood at', async () => {
  const bench = await enrolled({ dailyBytes: 1_000_000 });
  for (let n = 0; n < 4; n += 1) await bench.submit(400_000);
  await bench.pass(holds(bench, 'budget-spent'));
  await bench.idle();
  const { hold, sentToday, delivered: arrived } = bench.sync().summary();
  expect(hold?.until).toBe(Date.UTC(2026, 10, 24, 17));
  expect(sentToday).toBeLessThanOrEqual(1_000_000 + CORES_AND_HEADERS);
  expect(arrived).toBe(2);
  const half = bench.sync().items('waiting', null, 10).rows;
  expect(half.map(({ state }) => state)).toEqual(['core-sent', 'core-sent']);
  expect(Math.max(...half.map(({ sentBytes }) => sentBytes))).toBeGreaterThan(100_000);
  await bench.submit(0);
  await bench.until(delivered(bench, 3));
  await bench.idle();
  bench.clock.advance((hold?.until ?? 0) - bench.clock.now());
  await bench.pass(delivered(bench, 5));
  const bytes = bench.server.requests.filter(isBundle).reduce((sum, { body }) => sum + body.length, 0);
  expect(bytes).toBeLessThan(1_601_000);
  expect(bench.central.received).toHaveLength(5);
});

test('who confirms it sends over the budget, once', async () => {
  const bench = await enrolled({ dailyBytes: 1_000_000 });
  for (let n = 0; n < 4; n += 1) await bench.submit(400_000);
  await bench.pass(holds(bench, 'budget-spent'));
  bench.sync().sendNow(true);
  await bench.pass(delivered(bench, 4));
  await bench.idle();
  await bench.submit(50_000);
  await bench.pass(holds(bench, 'budget-spent'));
  expect(bench.sync().summary().delivered).toBe(4);
});

test('what was sent is still counted after a kill, and by the month too', async () => {
  const bench = await enrolled({ monthlyBytes: 2_000_000 });
  await bench.submit(800_000);
  await bench.pass(delivered(bench, 1));
  await bench.idle();
  const { sentToday } = bench.sync().summary();
  expect(sentToday).toBeGreaterThan(800_000);
  await bench.kill();
  await bench.idle();
  expect(bench.sync().summary().sentThisMonth).toBeGreaterThanOrEqual(sentToday - 5_000);
  bench.clock.advance(24 * 60 * MINUTE);
  await bench.idle();
  expect(bench.sync().summary().sentToday).toBeLessThan(20_000);
  for (let n = 0; n < 2; n += 1) await bench.submit(800_000);
  await bench.pass(holds(bench, 'budget-spent'));
  expect(bench.sync().summary().hold?.until).toBe(Date.UTC(2026, 10, 30, 17));
});

test('no day carries more bundles than its budget, whatever waits and however the line breaks', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 40_000, max: 200_000 }),
      fc.array(fc.integer({ min: 1, max: 120_000 }), { minLength: 1, maxLength: 6 }),
      fc.array(fc.boolean(), { maxLength: 12 }),
      async (dailyBytes, bundles, cuts) => {
        const bench = await enrolled({ dailyBytes });
        const byDay = new Map<string, number>();
        let place = 0;
        bench.spoil = async (request, honest) => {
          const day = dayInWib(bench.clock.now());
          if (isBundle(request)) byDay.set(day, (byDay.get(day) ?? 0) + request.body.length);
          place += 1;
          return isBundle(request) && cuts[place] === true ? { kind: 'cut' } : await honest();
        };
        for (const bytes of bundles) await bench.submit(bytes);
        for (let day = 0; bench.sync().summary().delivered < bundles.length; day += 1) {
          if (day > 60) throw new RangeError('it did not come to an end');
          await bench.pass(() => holds(bench, 'budget-spent')() || delivered(bench, bundles.length)());
          await bench.idle();
          bench.clock.advance(24 * 60 * MINUTE);
        }
        for (const bytes of byDay.values()) expect(bytes).toBeLessThanOrEqual(dailyBytes);
        expect(bench.central.received).toHaveLength(bundles.length);
      },
    ),
    { numRuns: 15 },
  );
});

test('the line is measured once enough went, and never before', async () => {
  const bench = await enrolled({});
  await bench.submit(1_000);
  await bench.pass(delivered(bench, 1));
  expect(bench.sync().summary()).toMatchObject({ bytesPerSecond: null, secondsLeft: null });
  bench.spoil = (request, honest) => {
    if (isBundle(request)) bench.clock.advance(2_000);
    return honest();
  };
  await bench.submit(200_000);
  await bench.pass(delivered(bench, 2));
  expect(Math.round((bench.sync().summary().bytesPerSecond ?? 0) / 1_000)).toBe(101);
});
