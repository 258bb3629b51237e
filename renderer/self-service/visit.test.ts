import { expect, test } from 'vitest';
import { FIRST_PATH, goBack, goTo, isFinal, shownOf } from './visit.ts';

test('back goes one question back, and no further than the menu', () => {
  const asked = goTo(goTo(FIRST_PATH, { name: 'information' }), { name: 'search' });
  expect(shownOf(goBack(asked))).toEqual({ name: 'information' });
  expect(goBack(goBack(goBack(asked)))).toEqual(FIRST_PATH);
});

test('after something was made there is no way back into the questions', () => {
  const asked = goTo(goTo(FIRST_PATH, { name: 'feedback' }), { name: 'rate', id: 'id' });
  const done = goTo(asked, { name: 'rated' });
  expect(isFinal(shownOf(done))).toBe(true);
  expect(goBack(done)).toEqual(FIRST_PATH);
  expect(goTo(done, { name: 'menu' })).toEqual(FIRST_PATH);
});
