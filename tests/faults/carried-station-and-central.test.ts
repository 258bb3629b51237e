import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exportApplications } from '../../central/pages/work-list.ts';
import { setUpCarry } from './carry-setup.ts';

test('there and back by hand: each application is at central once, and the line finds nothing to do', async () => {
  const { central, sync, drive, reach, until, submit, save, receive } = await setUpCarry({ by: 'line' });
  const submitted = [await submit(200_000), await submit(0), await submit(3_000)];
  const outcome = await receive(await save());
  if (outcome.outcome === 'refused') throw new Error(outcome.reason);
  expect(outcome.file).toMatchObject({ acknowledged: 3, rejected: 0, stationName: 'Balai Pekon Spesimen' });
  writeFileSync(join(drive, outcome.replyName), outcome.reply);
  expect(await sync.handCarry.readReplies('virtual')).toMatchObject([
    { outcome: 'received', delivered: 3, rejected: 0 },
  ]);
  expect(sync.summary()).toMatchObject({ waiting: 0, delivered: 3 });
  await reach(central.url);
  await until(() => sync.isIdle());
  expect(sync.summary()).toMatchObject({ waiting: 0, delivered: 3 });
  const held = await exportApplications(central.database);
  expect(held.map(({ application }) => application.id).sort()).toEqual(submitted.sort());
});

test('what was carried and then travels by the line as well is at central once, and the late reply is harmless', async () => {
  const { central, sync, drive, reach, until, submit, save, receive } = await setUpCarry({ by: 'line' });
  const submitted = [await submit(40_000), await submit(900)];
  const path = await save();
  const outcome = await receive(path);
  if (outcome.outcome === 'refused') throw new Error(outcome.reason);
  await reach(central.url);
  await until(() => sync.summary().delivered === 2);
  writeFileSync(join(drive, outcome.replyName), outcome.reply);
  await sync.handCarry.readReplies('virtual');
  expect(sync.summary()).toMatchObject({ waiting: 0, delivered: 2, quarantined: 0 });
  expect(await receive(path)).toMatchObject({ outcome: 'replayed' });
  const held = await exportApplications(central.database);
  expect(held.map(({ application }) => application.id).sort()).toEqual(submitted.sort());
});

test('a kiosk that never had a line is enrolled by its first file and knows it by the reply', async () => {
  const { central, sync, drive, reach, until, submit, save, receive } = await setUpCarry({ by: 'file' });
  const submitted = [await submit(5_000), await submit(0)];
  const outcome = await receive(await save());
  if (outcome.outcome === 'refused') throw new Error(outcome.reason);
  expect(outcome.file).toMatchObject({ acknowledged: 2, rejected: 0 });
  writeFileSync(join(drive, outcome.replyName), outcome.reply);
  expect(await sync.handCarry.readReplies('virtual')).toMatchObject([{ outcome: 'received', delivered: 2 }]);
  submitted.push(await submit(800));
  expect(await receive(await save())).toMatchObject({ outcome: 'received', file: { number: 2 } });
  await reach(central.url);
  await until(() => sync.summary().waiting === 0);
  expect(central.requests.filter(({ route }) => route === '/v1/enrolments')).toEqual([]);
  const held = await exportApplications(central.database);
  expect(held.map(({ application }) => application.id).sort()).toEqual(submitted.sort());
});

test('a file that a drive spoiled is refused, and the next one delivers', async () => {
  const { central, drive, submit, save, receive } = await setUpCarry({ by: 'line' });
  await submit(20_000);
  const path = await save();
  const bytes = readFileSync(path);
  bytes[bytes.length - 100] = (bytes.at(-100) ?? 0) ^ 1;
  writeFileSync(path, bytes);
  expect(await receive(path)).toEqual({ outcome: 'refused', reason: 'tampered' });
  expect(await exportApplications(central.database)).toEqual([]);
  expect(await receive(await save())).toMatchObject({ outcome: 'received', file: { number: 2 } });
  expect(readdirSync(drive)).toHaveLength(2);
});
