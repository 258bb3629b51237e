import { expect, test } from 'vitest';
import { createManualClock } from '../../clock/manual-clock.ts';
import { openStore } from '../open.ts';
import { readPin } from '../tables/central.ts';
import { openTestStore } from '../test-store.ts';
import { MIGRATIONS } from './all.ts';

test('a kiosk that was enrolled before stays so, and asks nobody again', () => {
  using before = openTestStore(MIGRATIONS.filter(({ version }) => version < 98));
  before.transaction((database) =>
    database.run("INSERT INTO central_pin VALUES (1, 'station-1', '{}', '{}', 5)"),
  );
  before.close();
  const clock = createManualClock();
  const store = openStore({ dataFolder: before.folder, key: before.key, migrations: MIGRATIONS, clock });
  const pin = readPin(store.read);
  store.close();
  expect(pin).toEqual({ stationId: 'station-1', sealingKey: '{}', signingKey: '{}', unconfirmedCode: null });
});
