import { expect, test } from 'vitest';
import { createManualClock } from '../../clock/manual-clock.ts';
import { openStore } from '../open.ts';
import { queueCounts } from '../tables/queue-counts.ts';
import { readTicket } from '../tables/tickets.ts';
import { openTestStore } from '../test-store.ts';
import { MIGRATIONS } from './all.ts';

const ID = '0193a0b0-0000-7000-8000-000000000001';

test('tickets from before keep number, state and their place ahead, and are counted', () => {
  using before = openTestStore(MIGRATIONS.filter(({ version }) => version < 120));
  before.transaction((database) =>
    database.run(
      `INSERT INTO tickets (id, number, service_key, day, state, priority, print_job_id, issued_at)
       VALUES (?, 'B-007', 'service', '2026-11-24', 'waiting', 1, ?, 5)`,
      ID,
      ID,
    ),
  );
  before.close();
  const clock = createManualClock();
  const store = openStore({ dataFolder: before.folder, key: before.key, migrations: MIGRATIONS, clock });
  const ticket = readTicket(store.read, ID);
  const counts = queueCounts(store.read, '2026-11-24');
  store.close();
  expect(ticket).toMatchObject({
    number: 'B-007',
    group: 'B',
    state: 'waiting',
    priority: 'elderly',
    people: 1,
  });
  expect(counts).toEqual([{ group: 'B', state: 'waiting', ahead: true, tickets: 1, people: 1 }]);
});
