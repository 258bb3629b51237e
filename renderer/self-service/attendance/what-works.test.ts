import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Circumstances, OFFERS, whatWorks } from './what-works.ts';

const FINE: Circumstances = {
  health: { printer: 'works', keeps: true },
  camera: true,
  unattended: false,
  opensToday: false,
};
const broken = (change: Partial<Circumstances>) => {
  const works = whatWorks({ ...FINE, ...change });
  return OFFERS.filter((offer) => works[offer] !== null);
};

test('all works where nothing is wrong, and while nothing is known', () => {
  expect(broken({})).toEqual([]);
  expect(broken({ health: undefined, camera: undefined })).toEqual([]);
});

test('by night numbers are for a counter that opens the same day', () => {
  expect(broken({ unattended: true })).toEqual(['ticket', 'officer']);
  expect(broken({ unattended: true, opensToday: true })).toEqual(['officer']);
});

test('a printer, a camera and a full disk each take away only what needs them', () => {
  expect(broken({ health: { printer: 'no-paper', keeps: true } })).toEqual(['paper']);
  expect(broken({ camera: false })).toEqual(['camera']);
  expect(broken({ health: { printer: 'works', keeps: false } })).toEqual(['feedback', 'ticket']);
});

test('whatever is wrong, what is only read goes on', () => {
  const circumstances = fc.record({
    health: fc.option(
      fc.record({
        printer: fc.constantFrom('works', 'no-paper', 'broken', 'none'),
        keeps: fc.boolean(),
      }),
      { nil: undefined },
    ),
    camera: fc.option(fc.boolean(), { nil: undefined }),
    unattended: fc.boolean(),
    opensToday: fc.boolean(),
  });
  fc.assert(
    fc.property(circumstances, (all) => {
      const works = whatWorks(all);
      expect([works.information, works.documents, works.status]).toEqual([null, null, null]);
    }),
  );
});
