import { expect, onTestFinished, test } from 'vitest';
import { openTestStore, queryPlan, type TestStore } from '../test-store.ts';
import { addSentBytes, readSendingSettings, sentBytesBetween, writeSendingSettings } from './sending.ts';

const AT = 1_795_484_400_000;

function openStore(): TestStore {
  const store = openTestStore();
  onTestFinished(() => store[Symbol.dispose]());
  return store;
}

test('settings are as last set, also after a restart, and without limits before', () => {
  const store = openStore();
  expect(readSendingSettings(store.read)).toEqual({
    dailyBytes: null,
    monthlyBytes: null,
    quietHours: null,
  });
  const first = { dailyBytes: 50_000_000, monthlyBytes: null, quietHours: { from: 1_260, until: 300 } };
  const second = { dailyBytes: null, monthlyBytes: 2_000_000_000, quietHours: null };
  for (const settings of [first, second, first]) {
    store.transaction((database) => writeSendingSettings(database, settings, AT, null));
    store.reopen();
    expect(readSendingSettings(store.read)).toEqual(settings);
  }
});

test('sent bytes add up by day, and old days are forgotten', () => {
  const store = openStore();
  const add = (day: string, bytes: number, keptFrom: string) =>
    store.transaction((database) => addSentBytes(database, day, bytes, keptFrom));
  add('2026-10-31', 7, '2026-10-01');
  add('2026-11-01', 10, '2026-10-01');
  add('2026-11-24', 100, '2026-10-01');
  add('2026-11-24', 1_000, '2026-10-01');
  expect(sentBytesBetween(store.read, '2026-11-24', '2026-11-24')).toBe(1_100);
  expect(sentBytesBetween(store.read, '2026-11-01', '2026-11-30')).toBe(1_110);
  add('2026-12-01', 1, '2026-11-01');
  expect(sentBytesBetween(store.read, '2026-10-01', '2026-10-31')).toBe(0);
});

test('a sum looks at its days alone', () => {
  const plan = queryPlan(
    openStore(),
    'SELECT sum(bytes) FROM sent_bytes WHERE day BETWEEN ? AND ?',
    '2026-11-01',
    '2026-11-24',
  );
  expect(plan).toContain('SEARCH');
});
