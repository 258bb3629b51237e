import { expect, test } from 'vitest';
import { type SendingFacts, sendingHold } from './sending-hold.ts';

const fine: SendingFacts = {
  waiting: 3,
  waitingCores: 0,
  busy: false,
  line: 'up',
  lastProblem: null,
  nextTryAt: null,
  quietUntil: null,
  bundlesHeldUntil: null,
  revoked: false,
};
const reason = (change: Partial<SendingFacts>) => sendingHold({ ...fine, ...change })?.reason ?? null;

test('nothing is held when nothing waits, whatever else is so', () => {
  expect(reason({ waiting: 0, quietUntil: 9, line: 'down', lastProblem: 'cut' })).toBeNull();
});

test.each<[Partial<SendingFacts>, string | null]>([
  [{ quietUntil: 9, line: 'down', lastProblem: 'cut', nextTryAt: 5 }, 'quiet-hours'],
  [{ bundlesHeldUntil: 9 }, 'budget-spent'],
  [{ bundlesHeldUntil: 9, busy: true }, 'budget-spent'],
  [{ bundlesHeldUntil: 9, waitingCores: 1, busy: true }, null],
  [{ line: 'down', lastProblem: 'unreachable', nextTryAt: 5 }, 'no-line'],
  [{ line: 'down', lastProblem: 'unreachable', bundlesHeldUntil: 9 }, 'no-line'],
  [{ line: 'down', lastProblem: 'unreachable', busy: true }, null],
  [{ lastProblem: 'refused-503', nextTryAt: 5 }, 'central-refuses'],
  [{ lastProblem: 'station-unknown', nextTryAt: 5 }, 'not-enrolled'],
  [{ line: 'unknown' }, 'not-enrolled'],
  [{ revoked: true, line: 'down', lastProblem: 'unreachable', nextTryAt: 5 }, 'revoked'],
  [{ revoked: true, line: 'unknown' }, 'revoked'],
  [{ revoked: true, quietUntil: 9 }, 'revoked'],
  [{ nextTryAt: 5 }, 'waiting-for-try'],
])('%j is %s', (change, expected) => expect(reason(change)).toBe(expected));

test('it says when it goes on', () => {
  expect(sendingHold({ ...fine, quietUntil: 9 })).toEqual({ reason: 'quiet-hours', until: 9 });
  expect(sendingHold({ ...fine, bundlesHeldUntil: 8 })).toEqual({ reason: 'budget-spent', until: 8 });
  expect(sendingHold({ ...fine, line: 'down', lastProblem: 'cut', nextTryAt: 7 })?.until).toBe(7);
});
