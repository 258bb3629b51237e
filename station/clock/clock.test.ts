import { expect, test } from 'vitest';
import { ageOn, dayInWib, startOfDayInWib, workingDayBefore } from './calendar.ts';
import { createSystemClock } from './clock.ts';
import { createManualClock } from './manual-clock.ts';

test('manual timers run in order of their due time, and cancelled ones never', () => {
  const clock = createManualClock();
  const seen: string[] = [];
  clock.after(20, () => seen.push('b'));
  clock.after(10, () => seen.push('a'));
  clock.after(15, () => seen.push('never'))();
  const stop = clock.every(8, () => seen.push('tick'));
  clock.advance(20);
  stop();
  clock.advance(100);
  expect(seen).toEqual(['tick', 'a', 'tick', 'b']);
  expect(clock.pendingTimers()).toBe(0);
});

test('a jump of the wall clock does not move elapsed time or timers', () => {
  const clock = createManualClock(1_000_000);
  let ran = false;
  clock.after(50, () => {
    ran = true;
  });
  clock.jumpTo(5);
  expect([clock.now(), clock.elapsed(), ran]).toEqual([5, 0, false]);
  clock.advance(50);
  expect([clock.now(), clock.elapsed(), ran]).toEqual([55, 50, true]);
});

test('the system clock cancels its timers', async () => {
  const clock = createSystemClock();
  let ran = false;
  clock.after(0, () => {
    ran = true;
  })();
  await new Promise<void>((resolve) => clock.after(5, resolve));
  expect(ran).toBe(false);
});

test('a day in WIB begins at 17.00 UTC of the day before', () => {
  expect(dayInWib(Date.UTC(2026, 10, 23, 16, 59, 59))).toBe('2026-11-23');
  expect(dayInWib(Date.UTC(2026, 10, 23, 17, 0, 0))).toBe('2026-11-24');
  expect(startOfDayInWib('2026-11-24')).toBe(Date.UTC(2026, 10, 23, 17, 0, 0));
});

test('a birthday counts from the day itself', () => {
  expect(ageOn('2009-11-24', '2026-11-23')).toBe(16);
  expect(ageOn('2009-11-24', '2026-11-24')).toBe(17);
  expect(ageOn('2008-02-29', '2026-02-28')).toBe(17);
});

test.each([
  ['2026-11-24', '2026-11-23'],
  ['2026-11-23', '2026-11-20'],
  ['2026-11-22', '2026-11-20'],
  ['2026-11-21', '2026-11-20'],
  ['2027-01-01', '2026-12-31'],
])('the working day before %s is %s', (day, before) => {
  expect(workingDayBefore(day)).toBe(before);
});
