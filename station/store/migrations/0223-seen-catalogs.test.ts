import { expect, onTestFinished, test } from 'vitest';
import { startOfDayInWib } from '../../clock/calendar.ts';
import { createManualClock } from '../../clock/manual-clock.ts';
import type { WritableDatabase } from '../database.ts';
import { openStore } from '../open.ts';
import { insertAuditEntry } from '../tables/audit.ts';
import { insertCatalog } from '../tables/catalogs.ts';
import { insertOfficer } from '../tables/officers.ts';
import { readSeenCatalog } from '../tables/seen-catalogs.ts';
import { openTestStore } from '../test-store.ts';
import { MIGRATIONS } from './all.ts';

const WORKED = 'officer-who-worked';
const NEVER = 'officer-who-never-came';
const NOON = startOfDayInWib('2026-11-24') + 12 * 60 * 60_000;

function visit(database: WritableDatabase, sequence: number, at: number, outcome: string): void {
  insertAuditEntry(database, {
    sequence,
    wallClock: at,
    elapsed: 0,
    face: 'counter',
    officerId: WORKED,
    action: 'signed-in',
    subjectId: null,
    outcome,
    previousHash: '',
    hash: String(sequence),
  });
}

function upgraded(days: readonly string[]) {
  const before = openTestStore(MIGRATIONS.filter(({ version }) => version < 223));
  onTestFinished(() => before[Symbol.dispose]());
  before.transaction((database) => {
    for (const id of [WORKED, NEVER])
      insertOfficer(database, { id, name: id, role: 'officer', pinHash: '' }, 0);
    for (const [place, effectiveFrom] of days.entries())
      insertCatalog(database, { version: place + 1, content: '{}', effectiveFrom, receivedAt: null });
    visit(database, 1, NOON - 1, 'done');
    visit(database, 2, NOON, 'done');
    visit(database, 3, NOON + 1, 'wrong-pin');
  });
  before.close();
  const { folder: dataFolder, key } = before;
  const store = openStore({ dataFolder, key, migrations: MIGRATIONS, clock: createManualClock() });
  const seen = { worked: readSeenCatalog(store.read, WORKED), never: readSeenCatalog(store.read, NEVER) };
  store.close();
  return seen;
}

test('whoever worked here knows the catalog that was in force then; whoever never came knows none', () => {
  expect(upgraded(['2024-12-17', '2026-11-24', '2026-11-25'])).toEqual({
    worked: { version: 2, seenAt: NOON },
    never: null,
  });
});

test('a catalog whose day has not come is known where there is no other, and none where there is none', () => {
  expect(upgraded(['2027-01-01']).worked?.version).toBe(1);
  expect(upgraded([]).worked).toBeNull();
});
