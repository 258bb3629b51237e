import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { publishCatalog } from '../../central/catalog/catalogs.ts';
import { addKioskOfficer } from '../../central/stations/kiosk-officers.ts';
import { changeStationSettings } from '../../central/stations/station-settings.ts';
import { RESOURCES } from '../../central/testing/start-test-central.ts';
import { catalogSchema } from '../../contract/domain/catalog.ts';
import { formatComplaintCode } from '../../contract/domain/complaint.ts';
import { insertComplaint } from '../../station/store/tables/feedback.ts';
import { queueFeedback, waitingFeedback } from '../../station/store/tables/feedback-outbox.ts';
import type { ReceivedChanges } from '../../station/sync/downlink/receive-changes.ts';
import { setUpCarry } from './carry-setup.ts';

const catalog = catalogSchema.parse(JSON.parse(readFileSync(join(RESOURCES, 'catalog.json'), 'utf8')));

test('everything the line would tell comes by the drive, in one go, once', async () => {
  const told: ReceivedChanges[] = [];
  const carry = await setUpCarry({ by: 'file', receive: (_, changes) => void told.push(changes) });
  const { central, sync, submit, save, receive, putReply } = carry;
  await submit(500);
  const first = await receive(await save());
  putReply(first);
  const before = told.length;
  expect(await sync.handCarry.readReplies('virtual')).toMatchObject([
    { outcome: 'received', delivered: 1, news: { outcome: 'applied', statuses: 1, catalogs: 1 } },
  ]);
  expect(told.length).toBeGreaterThan(before);

  const stationId = sync.sealer.stationId() ?? '';
  await publishCatalog(
    central.database,
    { ...catalog, version: catalog.version + 1, effectiveFrom: '2027-01-01' },
    Date.now(),
  );
  const unattended = [{ from: '16:00', to: '07:30' }];
  await changeStationSettings(central.database, stationId, { paperWidth: 58, unattended }, Date.now());
  await addKioskOfficer(central.database, stationId, { name: 'Rizal Spesimen', role: 'officer' }, Date.now());
  told.length = 0;
  const second = await receive(await save());
  putReply(second);
  expect(await sync.handCarry.readReplies('virtual')).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        outcome: 'received',
        number: 2,
        delivered: 0,
        news: {
          outcome: 'applied',
          statuses: 0,
          complaints: 0,
          catalogs: 1,
          officers: true,
          settings: true,
        },
      }),
      expect.objectContaining({ outcome: 'replayed', number: 1 }),
    ]),
  );
  expect(told).toMatchObject([
    {
      catalog: { version: catalog.version + 1 },
      officers: [{ name: 'Rizal Spesimen' }],
      settings: { paperWidth: { value: 58 }, unattended: { value: unattended } },
    },
  ]);
  told.length = 0;
  expect(await sync.handCarry.readReplies('virtual')).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ outcome: 'refused', reason: 'older' }),
      expect.objectContaining({ outcome: 'replayed', number: 2 }),
    ]),
  );
  expect(told).toEqual([]);
});

test('news older than what the line brought meanwhile is not used, and its answers are', async () => {
  const told: ReceivedChanges[] = [];
  const carry = await setUpCarry({ by: 'line', receive: (_, changes) => void told.push(changes) });
  const { central, sync, submit, save, receive, putReply, reach, leave, until } = carry;
  await submit(500);
  const outcome = await receive(await save());
  await changeStationSettings(
    central.database,
    sync.sealer.stationId() ?? '',
    { paperWidth: 58 },
    Date.now(),
  );
  await reach(central.url);
  await until(() => sync.isIdle());
  await leave();
  told.length = 0;
  putReply(outcome);
  expect(await sync.handCarry.readReplies('virtual')).toMatchObject([
    { outcome: 'received', news: { outcome: 'older' } },
  ]);
  expect(told).toEqual([]);
});

test('of two files that were written before any reply came, the second reply is news after the first', async () => {
  const { central, sync, submit, save, receive, putReply } = await setUpCarry({ by: 'line' });
  await submit(0);
  const one = await receive(await save());
  await submit(0);
  const path = await save();
  const stationId = sync.sealer.stationId() ?? '';
  await changeStationSettings(central.database, stationId, { paperWidth: 58 }, Date.now());
  const two = await receive(path);
  putReply(one);
  putReply(two);
  expect(await sync.handCarry.readReplies('virtual')).toMatchObject([
    { outcome: 'received', number: 1, news: { outcome: 'applied', statuses: 1, settings: false } },
    { outcome: 'received', number: 2, news: { outcome: 'applied', statuses: 2, settings: true } },
  ]);
});

test('a reply whose news cannot be written down changes no cursor, and is read again', async () => {
  let isFull = true;
  const carry = await setUpCarry({
    by: 'file',
    receive: () => {
      if (isFull) throw new RangeError('full');
    },
  });
  const { sync, submit, save, receive, putReply } = carry;
  await submit(0);
  putReply(await receive(await save()));
  await expect(sync.handCarry.readReplies('virtual')).rejects.toThrow('full');
  isFull = false;
  expect(await sync.handCarry.readReplies('virtual')).toMatchObject([
    { outcome: 'received', news: { outcome: 'applied' } },
  ]);
});

test('what citizens say goes up by the drive too, once, and what the office answers comes back', async () => {
  const told: ReceivedChanges[] = [];
  const carry = await setUpCarry({ by: 'file', receive: (_, changes) => void told.push(changes) });
  const { central, sync, store, save, receive, putReply, reach, until } = carry;
  const id = v7();
  store.transaction((database) => {
    const code = formatComplaintCode([1, 2, 3, 4, 5, 6, 7, 8]);
    const words = {
      kind: 'complaint',
      text: 'Antrean lama.',
      sentAt: 1,
      answer: null,
      answeredAt: null,
    } as const;
    insertComplaint(database, { id, code, ...words }, v7());
    queueFeedback(database, 'complaint', id);
  });
  putReply(await receive(await save()));
  expect(await sync.handCarry.readReplies('virtual')).toMatchObject([
    { outcome: 'received', delivered: 0, news: { outcome: 'applied', complaints: 1 } },
  ]);
  expect(waitingFeedback(store.read, 10)).toEqual([]);
  expect(told.flatMap(({ complaints }) => complaints)).toMatchObject([{ id, state: 'received' }]);
  await reach(central.url);
  await until(() => sync.isIdle());
  expect(await central.database.query('SELECT 1 FROM complaints')).toHaveLength(1);
  expect(central.requests.filter(({ route }) => route === '/v1/feedback')).toEqual([]);
});
