import { expect, onTestFinished, test } from 'vitest';
import { createManualClock } from '../clock/manual-clock.ts';
import { openTestStore } from '../store/test-store.ts';
import { createAudit } from './audit.ts';
import { verifyAudit } from './verify.ts';

function chainOf(entries: number) {
  const store = openTestStore();
  onTestFinished(() => store[Symbol.dispose]());
  const clock = createManualClock();
  const audit = createAudit(clock);
  for (let entry = 0; entry < entries; entry += 1) {
    clock.advance(1_000);
    store.transaction((database) =>
      audit.append(database, {
        action: 'signed-in',
        outcome: 'done',
        face: 'counter',
        officerId: `o${entry}`,
      }),
    );
  }
  return store;
}

/** What somebody with the key and a SQLite shell could do. */
function tamper(store: ReturnType<typeof chainOf>, sql: string) {
  store.transaction((database) => {
    database.run('DROP TRIGGER audit_entries_stay');
    database.run('DROP TRIGGER audit_entries_unchanged');
    database.run(sql);
  });
}

test('an untouched chain is intact over several pages', () => {
  const store = chainOf(1_001);
  expect(verifyAudit(store.read)).toMatchObject({ intact: true, entries: 1_001 });
});

test('entries cannot be changed or deleted by a statement', () => {
  const store = chainOf(2);
  expect(() => store.transaction((database) => database.run('DELETE FROM audit_entries'))).toThrow();
  expect(() =>
    store.transaction((database) => database.run("UPDATE audit_entries SET outcome = 'x'")),
  ).toThrow();
});

test.each([
  ['an edited entry', "UPDATE audit_entries SET officer_id = 'x' WHERE sequence = 3", 3, 'edited'],
  ['a hole', 'DELETE FROM audit_entries WHERE sequence = 3', 4, 'cut'],
  ['a cut beginning', 'DELETE FROM audit_entries WHERE sequence = 1', 2, 'cut'],
])('%s is found and named', (_case, sql, at, problem) => {
  const store = chainOf(5);
  tamper(store, sql);
  expect(verifyAudit(store.read)).toEqual({ intact: false, at, problem });
});

test('a cut end is found against a checkpoint kept elsewhere', () => {
  const store = chainOf(5);
  const verdict = verifyAudit(store.read);
  if (!verdict.intact) throw new Error('chain is broken');
  tamper(store, 'DELETE FROM audit_entries WHERE sequence > 3');
  expect(verifyAudit(store.read)).toMatchObject({ intact: true, entries: 3 });
  expect(verifyAudit(store.read, verdict.head)).toEqual({ intact: false, at: 4, problem: 'cut' });
});
