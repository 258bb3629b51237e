import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { expect, onTestFinished, test } from 'vitest';
import { openEmbeddedDatabase } from '../../central/database/embedded-database.ts';
import { createBrowser } from '../../central/testing/officer-browser.ts';
import { CODE, startTestCentral } from '../../central/testing/start-test-central.ts';
import { createVirtualLine } from '../../drivers/virtual/line/virtual-line.ts';
import { createSystemClock } from '../../station/clock/clock.ts';
import { createManualClock } from '../../station/clock/manual-clock.ts';
import { driverClock } from '../../station/devices/driver-clock.ts';
import { createStationEvents } from '../../station/events.ts';
import { openBundleFiles } from '../../station/store/bundles/bundle-files.ts';
import { openTestStore } from '../../station/store/test-store.ts';
import { createSync } from '../../station/sync/create-sync.ts';
import { createVirtualDrive } from '../../station/sync/hand-carry/virtual-drive.ts';
import { sayComplaint, specimenVoice } from '../../station/sync/testing/show-media.ts';
import { specimenApplication } from '../../station/sync/testing/specimen-application.ts';

async function setUp() {
  const database = await openEmbeddedDatabase();
  const central = await startTestCentral(database);
  const clock = createManualClock();
  const store = openTestStore();
  const events = createStationEvents();
  const stages: string[] = [];
  const catalogs: number[] = [];
  const troubles: unknown[] = [];
  const sync = createSync({
    store,
    bundles: openBundleFiles(store.folder),
    clock,
    events,
    stationName: 'Balai Pekon Spesimen',
    receive: (_, { statuses, catalog }) => {
      stages.push(...statuses.map(({ stageKey }) => stageKey));
      if (catalog) catalogs.push(catalog.version);
    },
    drives: createVirtualDrive(join(store.folder, 'drive')),
    random: () => 0.5,
    onTrouble: (error) => troubles.push(error),
  });
  const target = new URL(central.url);
  const line = await createVirtualLine({
    clock: driverClock(createSystemClock()),
    target: { host: target.hostname, port: Number(target.port) },
  });
  onTestFinished(async () => {
    await sync.close();
    await line.close();
    await central.close();
    store[Symbol.dispose]();
  });

  const idle = async () => {
    while (!sync.isIdle())
      await new Promise<void>((resolve) => {
        const stop = events.subscribe(() => {
          stop();
          resolve();
        });
      });
  };
  async function submit(bundleBytes: number): Promise<string> {
    const attachments = bundleBytes === 0 ? [] : [randomBytes(bundleBytes)];
    const application = specimenApplication(sync.sealer.stationId() ?? '', attachments);
    const counter = store.transaction((writable) => sync.nextCounter(writable));
    const sealed = await sync.sealer.seal({ packetId: v7(), counter, application, attachments });
    store.transaction((writable) => sync.insertPacket(writable, sealed, clock.now()));
    sync.wake();
    return application.id;
  }
  async function pass(is: () => boolean): Promise<void> {
    for (let step = 0; !is(); step += 1) {
      if (step > 1_000) throw new RangeError('it did not come to pass');
      await idle();
      if (!is()) clock.advance(1_000);
    }
  }
  const held = async () => {
    const rows = await database.query('SELECT id FROM applications ORDER BY id', []);
    return rows.map(({ id }) => String(id));
  };
  /** Bytes of unfinished bundles that are durable at central. */
  const arrived = async () => {
    const [row] = await database.query('SELECT coalesce(sum(length(bytes)), 0) AS bytes FROM bundle_parts');
    return Number(row?.bytes);
  };
  sync.setCentral({ url: `http://127.0.0.1:${line.port}`, enrolmentCode: CODE });
  await pass(() => sync.sealer.stationId() !== null);
  return { central, sync, store, line, submit, pass, idle, held, arrived, stages, catalogs, troubles };
}

test('what the station seals, the real central opens, keeps, acknowledges and answers', async () => {
  const bench = await setUp();
  const submitted = [await bench.submit(80_000), await bench.submit(0)];
  await bench.pass(() => bench.sync.summary().delivered === 2);
  expect(await bench.held()).toEqual([...submitted].sort());
  bench.sync.sendNow();
  await bench.idle();
  expect(bench.stages.length).toBeGreaterThanOrEqual(2);
  expect(bench.catalogs).toEqual([1]);
  expect([bench.troubles, bench.central.failures]).toEqual([[], []]);
  expect(bench.sync.summary()).toMatchObject({ waiting: 0, quarantined: 0, line: 'up', lastProblem: null });
});

test('a line cut again and again in the middle of bundles loses and repeats nothing', async () => {
  const bench = await setUp();
  await bench.line.cut();
  const submitted: string[] = [];
  for (let n = 0; n < 8; n += 1) submitted.push(await bench.submit(30_000));
  for (const bytes of [1_000, 9_000, 25_000, 40_000, 70_000, 100_000]) {
    await bench.line.restore();
    bench.line.cutAfter(bytes);
    bench.sync.sendNow();
    await bench.idle();
  }
  await bench.line.restore();
  await bench.pass(() => bench.sync.summary().waiting === 0);
  expect(await bench.held()).toEqual([...submitted].sort());
  expect(bench.sync.summary()).toMatchObject({ delivered: 8, quarantined: 0 });
});

test('what has arrived before a cut is not sent again', async () => {
  const bench = await setUp();
  await bench.line.cut();
  const submitted = await bench.submit(3_000_000);
  await bench.line.restore();
  bench.line.cutAfter(2_000_000);
  bench.sync.sendNow();
  await bench.idle();
  // Central may still be writing down what came before the cut.
  let stored = await bench.arrived();
  while (stored < 100_000) stored = await bench.arrived();
  const before = bench.line.bytesPassed();
  await bench.line.restore();
  await bench.pass(() => bench.sync.summary().waiting === 0);
  expect(await bench.held()).toEqual([submitted]);
  // The rest, and the few requests around it.
  expect(bench.line.bytesPassed() - before).toBeLessThan(3_000_000 - stored + 16_000);
});

test('voice notes cut again and again in the middle come whole, once each, and an officer hears the very bytes', async () => {
  const { central, sync, store, line, idle, pass, submit, held, troubles } = await setUp();
  await line.cut();
  const said = [300, 40_000, 1_500_000].map((length) => {
    const bytes = specimenVoice(length);
    return { bytes, ...sayComplaint(store, bytes) };
  });
  const submitted = await submit(30_000);
  for (const bytes of [3_000, 30_000, 200_000, 400_000, 500_000]) {
    await line.restore();
    line.cutAfter(bytes);
    sync.sendNow();
    await idle();
  }
  await line.restore();
  await pass(() => sync.summary().media.waiting === 0 && sync.summary().waiting === 0);
  await idle();
  const browser = createBrowser(central.url);
  await browser.signIn();
  const station = sync.sealer.stationId() ?? '';
  for (const { mediaId, bytes } of said) {
    const heard = await fetch(`${central.url}/petugas/masukan/${station}/${mediaId}`, {
      headers: { cookie: browser.cookie() },
    });
    expect(Buffer.from(await heard.arrayBuffer()).equals(bytes)).toBe(true);
  }
  expect(await held()).toEqual([submitted]);
  expect(sync.summary()).toMatchObject({ quarantined: 0, media: { waiting: 0, refused: 0 } });
  // Nearly all of it went once: what was cut off went on where it stood.
  expect(line.bytesPassed()).toBeLessThan(1_570_300 + 400_000);
  expect([troubles, central.failures]).toEqual([[], []]);
});
