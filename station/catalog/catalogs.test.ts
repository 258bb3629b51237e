import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { startOfDayInWib } from '../clock/calendar.ts';
import { createManualClock } from '../clock/manual-clock.ts';
import { createStationEvents } from '../events.ts';
import { addCatalogDays } from '../store/migrations/0140-catalog-days.ts';
import { MIGRATIONS } from '../store/migrations/all.ts';
import { openTestStore } from '../store/test-store.ts';
import { TEST_RESOURCES } from '../testing/test-station.ts';
import { createCatalogs } from './catalogs.ts';
import { installCatalog } from './install-catalog.ts';
import { receiveCatalog } from './receive-catalog.ts';
import { readResources } from './resources.ts';
import { watchCatalog } from './watch-catalog.ts';

const resources = readResources(TEST_RESOURCES);
const catalog = resources.readCatalog();
const MINUTE = 60_000;
const RECEIVED = startOfDayInWib('2026-11-24') + 9 * 60 * MINUTE;

function station(days: readonly string[], now = RECEIVED) {
  const store = openTestStore();
  onTestFinished(() => store[Symbol.dispose]());
  const clock = createManualClock(now);
  store.transaction((database) => {
    for (const [place, effectiveFrom] of days.entries())
      receiveCatalog(
        database,
        { ...catalog, version: place + 1, effectiveFrom },
        place === 0 ? null : RECEIVED,
      );
  });
  return { store, clock, catalogs: createCatalogs(store, clock) };
}

test('a catalog that came early is in force from midnight WIB of its day, without a restart, and the faces are told', () => {
  const { catalogs, clock } = station(['2024-12-17', '2026-11-25']);
  const events = createStationEvents();
  const told: string[] = [];
  events.subscribe(({ type }) => told.push(`${type} ${catalogs.current().catalog.version}`));
  const stop = watchCatalog(catalogs, clock, events, (error) => expect(error).toBeNull());
  const midnight = startOfDayInWib('2026-11-25');
  clock.advance(midnight - 1 - clock.now());
  expect(catalogs.current()).toMatchObject({ catalog: { version: 1 }, receivedAt: null });
  clock.advance(1);
  expect(catalogs.current()).toMatchObject({
    catalog: { version: 2, effectiveFrom: '2026-11-25' },
    receivedAt: RECEIVED,
  });
  clock.advance(2 * MINUTE);
  expect(told).toEqual(['catalog-changed 2']);
  stop();
  expect(clock.pendingTimers()).toBe(0);
});

test('a wall clock that is set over the day switches too, and back', () => {
  const { catalogs, clock } = station(['2024-12-17', '2026-11-25']);
  clock.jumpTo(startOfDayInWib('2026-12-01'));
  expect(catalogs.current().catalog.version).toBe(2);
  clock.jumpTo(RECEIVED);
  expect(catalogs.current().catalog.version).toBe(1);
  clock.jumpTo(0);
  expect(catalogs.current().catalog.version).toBe(1);
});

test('the newest version whose day has come is in force, whatever the order of the days', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-11-${String(number).padStart(2, '0')}`);
  fc.assert(
    fc.property(fc.array(day, { minLength: 1, maxLength: 5 }), day, (days, today) => {
      const { catalogs } = station(days, startOfDayInWib(today));
      const due = days.flatMap((from, place) => (from <= today ? [place + 1] : []));
      expect(catalogs.current().catalog.version).toBe(due.at(-1) ?? 1);
    }),
    { numRuns: 8 },
  );
});

test('catalogs kept before days were are given theirs', () => {
  const store = openTestStore(MIGRATIONS.filter(({ version }) => version < 140));
  onTestFinished(() => store[Symbol.dispose]());
  store.transaction((database) => {
    database.run('INSERT INTO catalogs VALUES (?, ?, NULL)', 1, JSON.stringify(catalog));
    addCatalogDays(database as Parameters<typeof addCatalogDays>[0]);
  });
  expect(createCatalogs(store, createManualClock()).current().catalog).toEqual(catalog);
});

test('the catalog that came with the application is read once, and never instead of a newer one', () => {
  let read = 0;
  const readCatalog = () => {
    read += 1;
    return { ...catalog, version: 2 };
  };
  const { store, catalogs } = station(['2024-12-17']);
  for (const _start of [1, 2])
    store.transaction((database) => installCatalog(database, { catalogVersion: 2, readCatalog }));
  store.transaction((database) => installCatalog(database, { catalogVersion: 1, readCatalog }));
  expect(read).toBe(1);
  expect(catalogs.currentVersion()).toBe(2);
  expect(catalogs.current().receivedAt).toBeNull();
});
