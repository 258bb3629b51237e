import { expect, onTestFinished, test } from 'vitest';
import { openTestStore } from '../test-store.ts';
import { drawCarryNumber } from './carried-files.ts';
import { dropRevocation, readRevocation, writeRevocation } from './revocation.ts';

test('it stands as it was first told, with the newest carried file of then, until it is dropped', () => {
  const store = openTestStore();
  onTestFinished(() => store[Symbol.dispose]());
  const tell = (at: number) => store.transaction((database) => writeRevocation(database, at));
  const drop = () => store.transaction(dropRevocation);
  expect(readRevocation(store.read)).toBeNull();
  tell(5);
  expect(readRevocation(store.read)).toEqual({ toldAt: 5, carried: 0 });
  store.transaction((database) => drawCarryNumber(database, 6));
  tell(7);
  expect(readRevocation(store.read)).toEqual({ toldAt: 5, carried: 0 });
  drop();
  expect(readRevocation(store.read)).toBeNull();
  tell(8);
  expect(readRevocation(store.read)).toEqual({ toldAt: 8, carried: 1 });
  drop();
  drop();
});
