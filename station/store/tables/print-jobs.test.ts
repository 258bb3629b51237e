import { v7 } from 'uuid';
import { expect, onTestFinished, test } from 'vitest';
import type { PrintJob } from '../../../contract/domain/print.ts';
import { openTestStore, queryPlan, type TestStore } from '../test-store.ts';
import {
  insertPrintJob,
  nextCopy,
  nextPrintJob,
  openPrintJobs,
  printJobPage,
  readPaper,
  updatePrintJob,
} from './print-jobs.ts';

function openStore(): TestStore {
  const store = openTestStore();
  onTestFinished(() => store[Symbol.dispose]());
  return store;
}

function add(store: TestStore, change: Partial<PrintJob> = {}): PrintJob {
  const job: PrintJob = {
    id: v7(),
    kind: 'ticket',
    subjectId: v7(),
    label: 'A-001',
    state: 'waiting',
    problem: null,
    copy: 1,
    reprintReason: null,
    createdAt: 1,
    finishedAt: null,
    ...change,
  };
  store.transaction((database) => insertPrintJob(database, job, '{}'));
  return job;
}

test('jobs come out in the order they were asked for', () => {
  const store = openStore();
  const [first, second] = [add(store), add(store)];
  expect(nextPrintJob(store.read)?.id).toBe(first.id);
  store.transaction((database) => updatePrintJob(database, { ...first, state: 'printed', finishedAt: 2 }));
  expect(nextPrintJob(store.read)).toEqual(second);
  expect(readPaper(store.read, first.id)).toBe('{}');
  expect(readPaper(store.read, v7())).toBeNull();
});

test('a later copy takes the place of one that needed somebody', () => {
  const store = openStore();
  const job = add(store, { state: 'uncertain', problem: 'unplugged' });
  add(store, { state: 'printed' });
  expect(openPrintJobs(store.read, 20)).toEqual([job]);
  expect(nextCopy(store.read, job.subjectId, 'ticket')).toBe(2);
  add(store, { subjectId: job.subjectId, copy: 2, reprintReason: 'Sobek' });
  expect(openPrintJobs(store.read, 20)).toEqual([]);
});

test('pages meet without a gap', () => {
  const store = openStore();
  const jobs = [add(store), add(store), add(store)];
  const first = printJobPage(store.read, null, 2);
  const second = printJobPage(store.read, first.next, 2);
  expect([...first.rows, ...second.rows]).toEqual(jobs.reverse());
  expect(second.next).toBeNull();
});

test('hot queries use their index', () => {
  const store = openStore();
  const waiting = queryPlan(
    store,
    'SELECT id FROM print_jobs WHERE state = ? ORDER BY sequence LIMIT ?',
    'waiting',
    1,
  );
  expect(waiting).toContain('print_jobs_state');
  expect(waiting).not.toContain('TEMP B-TREE');
  const copies = queryPlan(
    store,
    'SELECT max(copy) FROM print_jobs WHERE subject_id = ? AND kind = ?',
    'x',
    'y',
  );
  expect(copies).toContain('sqlite_autoindex_print_jobs');
  const page = queryPlan(
    store,
    'SELECT id FROM print_jobs WHERE sequence < ? ORDER BY sequence DESC LIMIT ?',
    9,
    9,
  );
  expect(page).toContain('INTEGER PRIMARY KEY');
});
