import { randomBytes } from 'node:crypto';
import { createReadStream, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { expect, onTestFinished, test } from 'vitest';
import { createMonths } from '../../central/database/months.ts';
import { receiveCarryFile } from '../../central/hand-carry/receive-file.ts';
import { loadCentralKeys } from '../../central/keys/central-keys.ts';
import { createReception } from '../../central/packets/receive-packet.ts';
import { exportApplications } from '../../central/pages/work-list.ts';
import { enrolCommand } from '../../central/process/enrol-command.ts';
import { CODE, RESOURCES, startTestCentral } from '../../central/testing/start-test-central.ts';
import { createSystemClock } from '../../station/clock/clock.ts';
import { createStationEvents } from '../../station/events.ts';
import { openTestStore } from '../../station/store/test-store.ts';
import { createSync } from '../../station/sync/create-sync.ts';
import { createVirtualDrive } from '../../station/sync/hand-carry/virtual-drive.ts';
import { specimenApplication } from '../../station/sync/testing/specimen-application.ts';

const NOWHERE = 'http://127.0.0.1:9';

/**
 * A real station and a real central that it cannot reach, and a drive between them. The station was enrolled by the line
 * once, or told by a file what it needs.
 */
async function setUp(by: 'line' | 'file' = 'line') {
  const central = await startTestCentral();
  const drive = mkdtempSync(join(tmpdir(), 'anjungan-drive-'));
  const store = openTestStore();
  const clock = createSystemClock();
  const events = createStationEvents();
  const sync = createSync({
    store,
    clock,
    events,
    stationName: 'Balai Pekon Spesimen',
    drives: createVirtualDrive(drive),
    receive: () => {},
    random: () => 0.5,
    onTrouble: () => {},
  });
  onTestFinished(async () => {
    await sync.close();
    await central.close();
    store[Symbol.dispose]();
    rmSync(drive, { recursive: true });
  });
  const { database, bundles } = central;
  const keys = await loadCentralKeys(database);
  const months = createMonths(database);
  const reception = createReception({ database, months, bundles, keys, now: Date.now });
  const parts = { database, keys, reception, now: Date.now };

  async function until(is: () => boolean): Promise<void> {
    while (!is()) {
      await new Promise<void>((resolve) => {
        const stop = events.subscribe(() => {
          stop();
          resolve();
        });
      });
    }
  }
  const reach = async (url: string) => {
    sync.setCentral({ url, enrolmentCode: CODE });
    await until(() => sync.isIdle());
  };
  if (by === 'line') await reach(central.url);
  else {
    const file = join(store.folder, 'kiosk.json');
    await enrolCommand(database, { name: 'Balai Pekon Sunyi', file, resourcesFolder: RESOURCES }, () => {});
    await sync.acceptEnrolmentFile({ content: readFileSync(file, 'utf8'), fingerprint: null });
  }
  await reach(NOWHERE);

  async function submit(bytes: number): Promise<string> {
    const attachments = bytes === 0 ? [] : [randomBytes(bytes)];
    const application = specimenApplication(sync.sealer.stationId() ?? '', attachments);
    const counter = store.transaction((transaction) => sync.nextCounter(transaction));
    const sealed = await sync.sealer.seal({ packetId: v7(), counter, application, attachments });
    store.transaction((transaction) => sync.insertPacket(transaction, sealed, clock.now()));
    sync.wake();
    return application.id;
  }
  async function save(): Promise<string> {
    let fileName = '';
    for await (const news of sync.handCarry.save('virtual', undefined))
      if (news.step === 'done') fileName = news.fileName;
    return join(drive, fileName);
  }
  const receive = (path: string) => receiveCarryFile(parts, () => createReadStream(path));
  return { central, sync, drive, reach, until, submit, save, receive };
}

test('there and back by hand: each application is at central once, and the line finds nothing to do', async () => {
  const { central, sync, drive, reach, until, submit, save, receive } = await setUp();
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
  const { central, sync, drive, reach, until, submit, save, receive } = await setUp();
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
  const { central, sync, drive, reach, until, submit, save, receive } = await setUp('file');
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
  const { central, drive, submit, save, receive } = await setUp();
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
