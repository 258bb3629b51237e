import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { listComplaints, setComplaintState } from '../../central/feedback/complaints.ts';
import { exportApplications } from '../../central/pages/work-list.ts';
import { revokeStation } from '../../central/stations/revoke-station.ts';
import { walkApplication } from '../../central/testing/walk-application.ts';
import { formatComplaintCode } from '../../contract/domain/complaint.ts';
import { addRating, insertComplaint } from '../../station/store/tables/feedback.ts';
import { queueFeedback, waitingFeedback } from '../../station/store/tables/feedback-outbox.ts';
import type { ReceivedChanges } from '../../station/sync/downlink/receive-changes.ts';
import { setUpCarry } from './carry-setup.ts';

test('what citizens said while there was no line arrives once, and the office’s answer comes back', async () => {
  const told: ReceivedChanges[] = [];
  const { central, sync, store, reach, leave, until } = await setUpCarry({
    by: 'line',
    receive: (_, changes) => void told.push(changes),
  });
  const id = v7();
  const code = formatComplaintCode([8, 7, 6, 5, 4, 3, 2, 1]);
  store.transaction((database) => {
    for (let count = 0; count < 150; count += 1) {
      const rating = v7();
      addRating(database, rating, '2026-11', 4);
      queueFeedback(database, 'rating', rating);
    }
    const words = {
      kind: 'suggestion',
      text: 'Buka juga hari Sabtu.',
      sentAt: 1,
      answer: null,
      answeredAt: null,
    } as const;
    insertComplaint(database, { id, code, ...words }, v7());
    queueFeedback(database, 'complaint', id);
  });
  const counted = async () => (await central.database.query('SELECT 1 FROM ratings')).length;
  await reach(central.url);
  expect(waitingFeedback(store.read, 1_000)).toEqual([]);
  await leave();
  await reach(central.url);
  expect(await counted()).toBe(150);

  const [complaint] = await listComplaints(central.database, 10);
  if (!complaint) throw new Error('no complaint came');
  expect(complaint).toMatchObject({ id, code, kind: 'suggestion', state: 'received' });
  const change = {
    stationId: complaint.stationId,
    id,
    state: 'answered',
    answer: 'Mulai Januari.',
    officerName: 'petugas',
    seen: complaint.changePosition,
  } as const;
  await central.database.transaction((queries) => setComplaintState(queries, change, Date.now()));
  sync.sendNow();
  await until(() => sync.isIdle());
  const heard = told.flatMap(({ complaints }) => complaints.map(({ state, answer }) => [state, answer]));
  expect(heard).toEqual([
    ['received', null],
    ['answered', 'Mulai Januari.'],
  ]);
});

test('one application is asked after at once; of another’s, and by a revoked kiosk, nothing is told', async () => {
  const { central, sync, submit, reach, until } = await setUpCarry({ by: 'line' });
  const applicationId = await submit(0);
  await reach(central.url);
  await until(() => sync.summary().delivered === 1);
  const [held] = await exportApplications(central.database);
  const trackingCode = held?.application.trackingCode ?? '';
  await walkApplication(central.database, applicationId, ['document-check', 'scheduled'], Date.now());
  expect(await sync.askStatus(trackingCode)).toMatchObject({
    outcome: 'answered',
    found: { revision: 1, status: { applicationId, stageKey: 'scheduled' } },
  });
  expect(await sync.askStatus('LB-0000-0000-0')).toEqual({ outcome: 'answered', found: null });
  await revokeStation(central.database, sync.sealer.stationId() ?? '', Date.now());
  expect(await sync.askStatus(trackingCode)).toEqual({ outcome: 'refused' });
});
