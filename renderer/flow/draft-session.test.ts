import { createORPCClient, ORPCError } from '@orpc/client';
import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { createStationQueries } from '../system/query.ts';
import type { StationClient } from '../system/station-link.ts';
import { createDraftSession } from './draft-session.ts';

/** A session over a station that answers every move as `answer` says. */
function openSession(answer: (move: unknown) => void) {
  const client: StationClient = createORPCClient({
    async call(_path, move) {
      answer(move);
      return { revision: 1 };
    },
  });
  return createDraftSession('draft', client, createStationQueries(client), new QueryClient());
}

const refused = (code: string) => new ORPCError(code, { defined: true });

test('moves refused while nobody is signed in are made in their order afterwards', async () => {
  const made: unknown[] = [];
  let signedIn = false;
  const session = openSession((move) => {
    if (!signedIn) throw refused('SIGNED_OUT');
    made.push(move);
  });
  await expect(session.moveTo('photo')).rejects.toThrow();
  await expect(session.moveTo('signature', true)).rejects.toThrow();
  expect(session.waitingStep()).toBe('signature');
  signedIn = true;
  await session.resume();
  expect(made).toEqual([
    { draftId: 'draft', step: 'photo' },
    { draftId: 'draft', step: 'signature', leaveForOffice: true },
  ]);
  expect(session.waitingStep()).toBeUndefined();
});

test('a move that never can be made does not hold up the next one', async () => {
  const made: unknown[] = [];
  let known = false;
  const session = openSession((move) => {
    if (!known) throw refused('NOT_FOUND');
    made.push(move);
  });
  await expect(session.moveTo('unknown')).rejects.toThrow();
  known = true;
  await session.moveTo('photo');
  expect(made).toEqual([{ draftId: 'draft', step: 'photo' }]);
});
