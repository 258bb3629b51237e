import { expect, onTestFinished, test } from 'vitest';
import type { StatusAnswer } from '../../contract/central/status-answer.ts';
import { createManualClock } from '../clock/manual-clock.ts';
import { createStationEvents } from '../events.ts';
import { putApplication, readApplication } from '../store/tables/applications.ts';
import { openTestStore } from '../store/test-store.ts';
import type { AskedStatus } from '../sync/status/ask-status.ts';
import { createStatusRefresh } from './refresh-status.ts';

const ID = '0193a0b0-0000-7000-8000-000000000001';
const CODE = 'LB-7K3M-Q2XD-5';
const found = (revision: number, stageKey = 'ready'): StatusAnswer['found'] => ({
  revision,
  status: { applicationId: ID, trackingCode: CODE, stageKey, since: 5, remark: null, fieldRemarks: {} },
});

function setUp(answers: AskedStatus[]) {
  const store = openTestStore();
  onTestFinished(() => store[Symbol.dispose]());
  store.transaction((database) =>
    putApplication(database, {
      id: ID,
      trackingCode: CODE,
      serviceKey: 'passport',
      maskedName: 'S***',
      revision: 2,
      values: '{}',
      stageKey: 'stored-offline',
      stageSince: 1,
      submittedAt: 1,
      packetId: 'packet',
      ticketNumber: null,
      remark: null,
      fieldRemarks: '{}',
      returned: 0,
      appointmentAt: null,
      appointmentPlace: null,
    }),
  );
  const clock = createManualClock();
  let asked = 0;
  const refresher = createStatusRefresh({
    store,
    clock,
    events: createStationEvents(),
    ask: async () => {
      asked += 1;
      return answers.shift() ?? { outcome: 'no-line' };
    },
  });
  return {
    clock,
    refresher,
    press: () => refresher.refresh(ID, CODE),
    asked: () => asked,
    stage: () => readApplication(store.read, ID)?.stageKey,
  };
}

test('what central says now is written down with the time it was said', async () => {
  const { clock, refresher, press, stage } = setUp([{ outcome: 'answered', found: found(2) }]);
  expect(refresher.confirmedAt(ID)).toBeNull();
  expect([await press(), stage()]).toEqual(['fresh', 'ready']);
  expect(refresher.confirmedAt(ID)).toBe(clock.now());
});

test('pressing again at once asks nobody, and later asks again', async () => {
  const { clock, press, asked } = setUp([
    { outcome: 'answered', found: found(2) },
    { outcome: 'answered', found: found(2, 'taken') },
  ]);
  expect([await press(), await press(), asked()]).toEqual(['fresh', 'fresh', 1]);
  clock.advance(20_000);
  expect([await press(), asked()]).toEqual(['fresh', 2]);
});

test.each<[AskedStatus, string]>([
  [{ outcome: 'no-line' }, 'no-line'],
  [{ outcome: 'quiet-hours' }, 'quiet-hours'],
  [{ outcome: 'refused' }, 'refused'],
  [{ outcome: 'answered', found: null }, 'not-arrived'],
  // A correction that is still here must not be covered by what central said of the one before.
  [{ outcome: 'answered', found: found(1, 'needs-correction') }, 'not-arrived'],
])('%j changes nothing and is told as %s', async (answer, outcome) => {
  const { refresher, press, stage } = setUp([answer]);
  expect([await press(), stage()]).toEqual([outcome, 'stored-offline']);
  expect(refresher.confirmedAt(ID)).toBeNull();
});
