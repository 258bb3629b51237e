import { expect, onTestFinished, test } from 'vitest';
import { createManualClock } from '../../clock/manual-clock.ts';
import { openStore } from '../open.ts';
import { openTestStore } from '../test-store.ts';
import { MIGRATIONS } from './all.ts';

test('drafts of before say nothing of documents, and a citizen’s draft takes its pictures with it', () => {
  const before = openTestStore(MIGRATIONS.filter(({ version }) => version < 170));
  onTestFinished(() => before[Symbol.dispose]());
  before.close();
  const { folder: dataFolder, key } = before;
  const store = openStore({ dataFolder, key, migrations: MIGRATIONS, clock: createManualClock() });
  const columns = store.read.all<{ name: string; standard: string }>(
    "SELECT name, dflt_value AS standard FROM pragma_table_info('drafts') WHERE name = 'document_answers'",
  );
  const links = store.read.all<{ target: string; removal: string }>(
    `SELECT "table" AS target, on_delete AS removal FROM pragma_foreign_key_list('citizen_pictures')`,
  );
  store.close();
  expect(columns).toEqual([{ name: 'document_answers', standard: "'{}'" }]);
  expect(links).toEqual([{ target: 'citizen_drafts', removal: 'CASCADE' }]);
});
