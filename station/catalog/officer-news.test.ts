import { expect, onTestFinished, test } from 'vitest';
import { createAudit } from '../audit/audit.ts';
import { startOfDayInWib } from '../clock/calendar.ts';
import { createManualClock } from '../clock/manual-clock.ts';
import { createStationEvents } from '../events.ts';
import { insertOfficer } from '../store/tables/officers.ts';
import { beginSeenCatalog } from '../store/tables/seen-catalogs.ts';
import { openTestStore } from '../store/test-store.ts';
import { startTestStation, TEST_RESOURCES } from '../testing/test-station.ts';
import { createCatalogs } from './catalogs.ts';
import { createOfficerNews } from './officer-news.ts';
import { receiveCatalog } from './receive-catalog.ts';
import { readResources } from './resources.ts';

const catalog = readResources(TEST_RESOURCES).readCatalog();
const NOW = startOfDayInWib('2026-11-24') + 9 * 60 * 60_000;
const RIZAL = { face: 'counter', officerId: 'rizal' } as const;
const MELINDA = { face: 'counter', officerId: 'melinda' } as const;

function newer(version: number, fraud: string, effectiveFrom = '2026-11-24') {
  return { ...catalog, version, effectiveFrom, fraudWarning: { id: fraud, en: fraud } };
}

function station() {
  const store = openTestStore();
  onTestFinished(() => store[Symbol.dispose]());
  const clock = createManualClock(NOW);
  const events = createStationEvents();
  const told: string[] = [];
  events.subscribe(({ type }) => told.push(type));
  store.transaction((database) => {
    receiveCatalog(database, { ...catalog, version: 1 }, null);
    for (const { officerId } of [RIZAL, MELINDA])
      insertOfficer(database, { id: officerId, name: officerId, role: 'officer', pinHash: '' }, NOW);
  });
  const catalogs = createCatalogs(store, clock);
  const parts = { store, clock, events, audit: createAudit(clock), catalogs };
  const enter = ({ officerId }: typeof RIZAL | typeof MELINDA) =>
    store.transaction((database) =>
      beginSeenCatalog(database, officerId, { version: catalogs.currentVersion(), seenAt: clock.now() }),
    );
  const receive = (next: ReturnType<typeof newer>) =>
    store.transaction((database) => receiveCatalog(database, next, NOW));
  return { store, clock, told, enter, receive, officers: createOfficerNews(parts) };
}

test('each officer has their own news, kept over a restart, and none on a first visit', () => {
  const { store, told, enter, receive, officers } = station();
  enter(RIZAL);
  receive(newer(2, 'dua'));
  enter(MELINDA);
  enter(RIZAL);
  expect(officers.news(MELINDA)).toMatchObject({ version: 2, changes: [] });
  expect(officers.news(RIZAL)).toMatchObject({ version: 2, seenAt: NOW, changes: [{ topic: 'fraud' }] });
  expect(told).toEqual([]);
  officers.confirm(RIZAL, 2);
  expect(told).toEqual(['catalog-read']);
  store.reopen();
  expect(officers.news(RIZAL).changes).toEqual([]);
});

test('what was missed in between is told as one change, from what was known to what holds', () => {
  const { enter, receive, officers } = station();
  enter(RIZAL);
  receive(newer(2, 'dua'));
  receive(newer(3, 'tiga'));
  expect(officers.news(RIZAL).changes.flatMap(({ parts }) => parts)).toEqual([
    {
      part: 'text',
      before: { kind: 'text', text: catalog.fraudWarning },
      after: { kind: 'text', text: { id: 'tiga', en: 'tiga' } },
    },
  ]);
});

test('a catalog is news from its day, and only the one in force can be read', () => {
  const { clock, enter, receive, officers } = station();
  enter(RIZAL);
  receive(newer(2, 'dua', '2026-11-25'));
  expect(officers.news(RIZAL)).toMatchObject({ version: 1, changes: [] });
  expect(() => officers.confirm(RIZAL, 2)).toThrow(expect.objectContaining({ code: 'CONFLICT' }));
  clock.jumpTo(startOfDayInWib('2026-11-25'));
  expect(officers.news(RIZAL).changes).toHaveLength(1);
  expect(() => officers.confirm(RIZAL, 1)).toThrow(expect.objectContaining({ code: 'CONFLICT' }));
  officers.confirm(RIZAL, 2);
  clock.jumpTo(NOW);
  expect(officers.news(RIZAL)).toMatchObject({ version: 1, changes: [] });
  officers.confirm(RIZAL, 1);
  clock.jumpTo(startOfDayInWib('2026-11-25'));
  expect(officers.news(RIZAL).changes).toEqual([]);
});

test('nobody has news without an officer; signing in for the first time begins with what is in force', async () => {
  await using whole = await startTestStation();
  await expect(whole.face('counter').client.catalog.news()).rejects.toMatchObject({ code: 'SIGNED_OUT' });
  for (const face of ['self-service', 'display', 'practice-tray'] as const)
    await expect(whole.face(face).client.catalog.confirmNews({ version: 1 })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  const client = await whole.signedIn();
  expect(await client.catalog.news()).toEqual({ version: 1, seenAt: whole.clock.now(), changes: [] });
  await expect(client.catalog.confirmNews({ version: 7 })).rejects.toMatchObject({ code: 'CONFLICT' });
  await client.catalog.confirmNews({ version: 1 });
});
