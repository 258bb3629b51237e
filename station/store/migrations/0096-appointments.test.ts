import { expect, test } from 'vitest';
import { createManualClock } from '../../clock/manual-clock.ts';
import { openStore } from '../open.ts';
import { readApplication } from '../tables/applications.ts';
import { openTestStore } from '../test-store.ts';
import { MIGRATIONS } from './all.ts';

const ID = '0193a0b0-0000-7000-8000-000000000001';

test('applications from before keep what they had, and have no appointment', () => {
  using before = openTestStore(MIGRATIONS.filter(({ version }) => version < 96));
  before.transaction((database) =>
    database.run(
      `INSERT INTO applications (id, tracking_code, service_key, masked_name, revision, packet_id, field_values,
         stage_key, stage_since, field_remarks, submitted_at)
       VALUES (?, 'LB-0000-0000-0', 'service', 'S*** S***', 1, ?, '{}', 'received', 4, '{}', 3)`,
      ID,
      ID,
    ),
  );
  before.close();
  const clock = createManualClock();
  const store = openStore({ dataFolder: before.folder, key: before.key, migrations: MIGRATIONS, clock });
  const row = readApplication(store.read, ID);
  store.close();
  expect(row).toMatchObject({ stageKey: 'received', appointmentAt: null, appointmentPlace: null });
});
