import { expect, test } from 'vitest';
import { createManualClock } from '../../clock/manual-clock.ts';
import { openStore } from '../open.ts';
import { openTestStore } from '../test-store.ts';
import { MIGRATIONS } from './all.ts';

test.each(MIGRATIONS.map((migration, place) => [migration.version, place]))(
  'migration %i applies to a file of the version before it, and every table is STRICT',
  (_version, place) => {
    using before = openTestStore(MIGRATIONS.slice(0, place));
    before.close();
    const store = openStore({
      dataFolder: before.folder,
      key: before.key,
      migrations: MIGRATIONS.slice(0, place + 1),
      clock: createManualClock(),
    });
    const tables = store.read.all<{ name: string; strict: number }>(
      "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'",
    );
    store.close();
    expect(tables.length).toBeGreaterThan(0);
    expect(tables.filter((table) => table.strict !== 1)).toEqual([]);
  },
);
