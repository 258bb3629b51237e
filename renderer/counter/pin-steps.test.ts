import { expect, test } from 'vitest';
import { givePin } from './pin-steps.ts';

const making = { step: 'new', starting: '314159', problem: null } as const;
const again = { step: 'again', starting: '314159', chosen: '271828' } as const;

test('a PIN alone is tried; a new one is asked twice and goes with the starting one', () => {
  expect(givePin({ step: 'pin' }, '314159')).toEqual({ pin: '314159' });
  expect(givePin(making, '271828')).toEqual({ steps: again });
  expect(givePin(again, '271828')).toEqual({ pin: '314159', newPin: '271828' });
});

test('the starting PIN is no new one, and a slip begins anew', () => {
  expect(givePin(making, '314159')).toEqual({ steps: { ...making, problem: 'same' } });
  expect(givePin(again, '271829')).toEqual({ steps: { ...making, problem: 'differs' } });
});
