import { expect, test } from 'vitest';
import { createListeners } from '../../drivers/listeners.ts';
import type { ReaderSnapshot } from '../../drivers/smart-card/slot-desk.ts';
import { awaitCard } from './await-card.ts';

type Part = Partial<ReaderSnapshot>;

function reader(part: Part = {}): ReaderSnapshot {
  return { key: 'k', model: 'X', face: 'contactless', state: { name: 'ready' }, card: 'absent', ...part };
}

function bench(...first: Part[]) {
  let readers = first.map(reader);
  const changes = createListeners<readonly ReaderSnapshot[]>();
  const leaving = new AbortController();
  return {
    leaving,
    wait: () => awaitCard({ snapshot: () => readers, onChanged: changes.add }, leaving.signal),
    become(...next: Part[]) {
      readers = next.map(reader);
      changes.emit(readers);
    },
  };
}

test('a card that lies there, or comes, is there; one in a slot for built-in cards is not', async () => {
  await bench({ card: 'present' }).wait();
  const waiting = bench({ state: { name: 'opening' }, card: 'unknown' }, { face: 'sam', card: 'present' });
  const card = waiting.wait();
  waiting.become({}, { face: 'sam', card: 'present' });
  waiting.become({ card: 'present' });
  await card;
});

test.each([
  [[], 'no-reader'],
  [[{ face: 'sam' }], 'no-reader'],
  [[{ state: { name: 'faulted', reason: 'reader-busy', holdsWork: false } }], 'reader-busy'],
  [[{ state: { name: 'faulted', reason: 'denied', holdsWork: false } }], 'reader-denied'],
  [[{ state: { name: 'faulted', reason: 'silent', holdsWork: false } }], 'reader-failed'],
] as const)('readers %j: %s', async (readers, problem) => {
  await expect(bench(...readers).wait()).rejects.toMatchObject({ name: 'CardRefusal', problem });
});

test('a reader that goes ends the wait, and so does the caller', async () => {
  const gone = bench({});
  const card = gone.wait();
  gone.become();
  await expect(card).rejects.toMatchObject({ problem: 'no-reader' });
  const given = bench({});
  const waiting = given.wait();
  given.leaving.abort(new Error('given up'));
  await expect(waiting).rejects.toThrow('given up');
  await expect(given.wait()).rejects.toThrow('given up');
});
