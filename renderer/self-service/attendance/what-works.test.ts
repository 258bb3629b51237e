import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MachineHealth } from '../../../contract/station/self-service.ts';
import { type Circumstances, OFFERS, whatWorks } from './what-works.ts';

const HEALTHY: MachineHealth = { printer: 'works', camera: 'present', keeps: true };
const FINE: Circumstances = {
  health: HEALTHY,
  unattended: false,
  opensToday: false,
};
const broken = (change: Partial<Circumstances>) => {
  const works = whatWorks({ ...FINE, ...change });
  return OFFERS.filter((offer) => works[offer] !== null);
};

test('all works where nothing is wrong, and while nothing is known', () => {
  expect(broken({})).toEqual([]);
  expect(broken({ health: undefined })).toEqual([]);
});

test('by night numbers are for a counter that opens the same day', () => {
  expect(broken({ unattended: true })).toEqual(['ticket', 'officer']);
  expect(broken({ unattended: true, opensToday: true })).toEqual(['officer']);
});

test('a printer, a camera and a full disk each take away only what needs them', () => {
  const health = (change: Partial<MachineHealth>) => ({ health: { ...HEALTHY, ...change } });
  expect(broken(health({ printer: 'no-paper' }))).toEqual(['paper']);
  for (const camera of ['missing', 'no-picture', 'blocked'] as const)
    expect(broken(health({ camera }))).toEqual(['camera']);
  expect(broken(health({ camera: null }))).toEqual([]);
  expect(broken(health({ keeps: false }))).toEqual(['feedback', 'ticket']);
});

test('whatever is wrong, what is only read goes on', () => {
  const circumstances = fc.record({
    health: fc.option(
      fc.record({
        printer: fc.constantFrom('works', 'no-paper', 'broken', 'none'),
        camera: fc.constantFrom('present', 'missing', 'no-picture', 'blocked', null),
        keeps: fc.boolean(),
      }),
      { nil: undefined },
    ),
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
