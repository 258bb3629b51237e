import { expect, onTestFinished, test } from 'vitest';
import { createManualClock } from '../../clock/manual-clock.ts';
import { openBundleFiles } from '../bundles/bundle-files.ts';
import { openStore } from '../open.ts';
import { forgetBundle, openBundle } from '../tables/packet-bundles.ts';
import { openTestStore } from '../test-store.ts';
import { MIGRATIONS } from './all.ts';

test('a bundle that was kept in the database before is still sent, and forgotten in its time', () => {
  const before = openTestStore(MIGRATIONS.filter(({ version }) => version < 224));
  onTestFinished(() => before[Symbol.dispose]());
  before.transaction((database) => {
    database.run(
      `INSERT INTO packets (counter, packet_id, application_id, revision, tracking_code, service_key, state, sha256,
         bundle_byte_length, byte_length, created_at, sealed)
       VALUES (1, 'packet', 'application', 1, 'code', 'service', 'core-sent', '', 6, 6, 0, '')`,
    );
    database.run('INSERT INTO packet_bundles VALUES (?, ?)', 'packet', Buffer.from('bundle'));
  });
  before.close();
  const { folder: dataFolder, key } = before;
  const store = openStore({ dataFolder, key, migrations: MIGRATIONS, clock: createManualClock() });
  onTestFinished(() => store.close());
  const files = openBundleFiles(dataFolder);
  const bundle = openBundle(store.read, files, 'packet');
  expect(Buffer.from(bundle?.read(0, bundle.byteLength) ?? []).toString()).toBe('bundle');
  store.transaction((database) => forgetBundle(database, 'packet'));
  expect(openBundle(store.read, files, 'packet')).toBeNull();
});
