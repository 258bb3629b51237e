import { expect, onTestFinished, test } from 'vitest';
import { createManualClock } from '../../clock/manual-clock.ts';
import { openStore } from '../open.ts';
import { openTestStore } from '../test-store.ts';
import { MIGRATIONS } from './all.ts';

test('the papers of before are all kept, and a slip may join them', () => {
  const before = openTestStore(MIGRATIONS.filter(({ version }) => version < 130));
  onTestFinished(() => before[Symbol.dispose]());
  const job = (id: string, kind: string) =>
    `INSERT INTO print_jobs VALUES (NULL, '${id}', '${kind}', '${id}', 'A-001', 'printed', NULL, 1, NULL, 1, 2, '{}')`;
  before.transaction((database) => database.run(job('old', 'ticket')));
  expect(() => before.transaction((database) => database.run(job('no', 'slip')))).toThrow();
  before.close();
  const { folder: dataFolder, key } = before;
  const store = openStore({ dataFolder, key, migrations: MIGRATIONS, clock: createManualClock() });
  store.transaction((database) => database.run(job('new', 'slip')));
  const ids = store.read.all<{ id: string }>('SELECT id FROM print_jobs ORDER BY sequence');
  store.close();
  expect(ids).toEqual([{ id: 'old' }, { id: 'new' }]);
});
