import { expect, onTestFinished, test } from 'vitest';
import { openTestStore, queryPlan } from '../test-store.ts';
import { LAST_CALLS } from './queue-calls.ts';
import { QUEUE_COUNTS } from './queue-counts.ts';
import { AHEAD, AHEAD_IN_GROUP, APPOINTMENTS, WAITING, WAITING_IN_GROUP } from './queue-heads.ts';
import { AT_COUNTER, HELD, LEFT_OPEN, MEASURED, MISSED, OPEN_TICKETS, PLACES_BEHIND } from './tickets.ts';

const DAY = '2026-11-24';

test.each<[string, string, string, (string | number | null)[]]>([
  ['the page of open tickets', OPEN_TICKETS, 'tickets_open', [DAY, -1, 0, 0, 20]],
  ['the longest waiting', WAITING, 'tickets_waiting', [DAY, 1]],
  ['the longest waiting of a group', WAITING_IN_GROUP, 'tickets_waiting_group', [DAY, 'A', 1]],
  ['the first of those called earlier', AHEAD, 'tickets_ahead', [DAY, 1]],
  ['the same of a group', AHEAD_IN_GROUP, 'tickets_ahead_group', [DAY, 'A', 1]],
  ['appointments that are due', APPOINTMENTS, 'tickets_appointments', [DAY, 0, 1, null, null, 1]],
  ['places behind', PLACES_BEHIND, 'tickets_waiting_group', [DAY, 'A', 0, 0, 3]],
  ['at the counters', AT_COUNTER, 'tickets_at_counter', [DAY, 6]],
  ['on hold', HELD, 'tickets_held', [DAY, 20]],
  ['given up', MISSED, 'tickets_missed', [DAY, 20]],
  ['left open by earlier days', LEFT_OPEN, 'tickets_open', [DAY, 200]],
  ['the last services', MEASURED, 'tickets_measured', ['A', 20]],
  ['the last calls', LAST_CALLS, 'queue_calls_day', [DAY, 6]],
  ['counts by group', QUEUE_COUNTS, 'PRIMARY KEY', [DAY]],
])('%s come from an index, in its order', (_what, sql, index, parameters) => {
  const store = openTestStore();
  onTestFinished(() => store[Symbol.dispose]());
  const plan = queryPlan(store, sql, ...parameters);
  expect(plan).toMatch(new RegExp(`SEARCH \\w+ USING (INDEX|COVERING INDEX|)\\s?${index}\\b`));
  expect(plan).not.toContain('TEMP B-TREE');
  expect(plan).not.toContain('SCAN tickets');
});
