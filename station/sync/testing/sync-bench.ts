import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { onTestFinished } from 'vitest';
import { createManualClock, type ManualClock } from '../../clock/manual-clock.ts';
import { createStationEvents } from '../../events.ts';
import { openBundleFiles } from '../../store/bundles/bundle-files.ts';
import type { Store } from '../../store/database.ts';
import { MIGRATIONS } from '../../store/migrations/all.ts';
import { openStore } from '../../store/open.ts';
import { openTestStore } from '../../store/test-store.ts';
import { createSync, type Sync, type SyncDependencies } from '../create-sync.ts';
import { createVirtualDrive } from '../hand-carry/virtual-drive.ts';
import { createSmallCentral, ENROLMENT_CODE, type SmallCentral } from './small-central.ts';
import { specimenApplication } from './specimen-application.ts';
import { startUnrulyServer, type Treatment, type UnrulyRequest, type UnrulyServer } from './unruly-server.ts';

/** How a test spoils one request. `honest` lets central see the request and answers what it would have answered. */
export type Spoil = (
  request: UnrulyRequest,
  honest: () => Promise<Treatment>,
) => Treatment | Promise<Treatment>;

export interface SyncBench {
  readonly clock: ManualClock;
  readonly store: () => Store;
  /** The data folder. */
  readonly folder: () => string;
  readonly central: SmallCentral;
  readonly server: UnrulyServer;
  /** Told what to do with requests; honest at first. */
  spoil: Spoil;
  readonly sync: () => Sync;
  readonly troubles: unknown[];
  /** Folder of the drive that is plugged in. */
  readonly drive: string;
  /** Points the station at central and waits until it is enrolled and idle. */
  enrol(): Promise<void>;
  /** Submits an application the way registration does; answers its id and its packet's. */
  submit(bundleBytes?: number): Promise<{ applicationId: string; packetId: string }>;
  /** Resolves once `is` holds; looked at after every change the station tells of. */
  until(is: () => boolean): Promise<void>;
  /** Resolves once nothing is under way. */
  idle(): Promise<void>;
  /** Moves the clock from timer to timer until `is` holds. */
  pass(is: () => boolean): Promise<void>;
  /** Goes on from a copy of the files as they are now, the way a killed station does, and points it at central. */
  kill(): Promise<void>;
}

/** A real station side of sync with its real store, against a real HTTP server. */
export async function startSyncBench(change: Partial<SyncDependencies> = {}): Promise<SyncBench> {
  const clock = createManualClock();
  const first = openTestStore();
  const folders: string[] = [];
  let store: Store = first;
  let current = first.folder;
  const events = createStationEvents();
  const central = createSmallCentral();
  const troubles: unknown[] = [];
  const drive = mkdtempSync(join(tmpdir(), 'anjungan-drive-'));
  folders.push(drive);
  const server = await startUnrulyServer((request) => bench.spoil(request, () => central.answer(request)));
  const open = () =>
    createSync({
      store,
      bundles: openBundleFiles(current),
      clock,
      events,
      stationName: 'Balai Pekon Spesimen',
      receive: () => {},
      drives: createVirtualDrive(drive),
      random: () => 0.5,
      onTrouble: (error) => troubles.push(error),
      ...change,
    });
  let sync = open();

  async function until(is: () => boolean): Promise<void> {
    while (!is()) await nextEvent();
  }
  function nextEvent(): Promise<void> {
    return new Promise((resolve) => {
      const stop = events.subscribe(() => {
        stop();
        resolve();
      });
    });
  }
  const idle = () => until(() => sync.isIdle());
  const point = () => sync.setCentral({ url: server.url, enrolmentCode: ENROLMENT_CODE });

  const bench: SyncBench = {
    clock,
    store: () => store,
    folder: () => current,
    central,
    server,
    spoil: (_, honest) => honest(),
    sync: () => sync,
    troubles,
    drive,
    async enrol() {
      point();
      await until(() => sync.sealer.stationId() !== null && sync.isIdle());
    },
    async submit(bundleBytes = 2_000) {
      const attachments = bundleBytes === 0 ? [] : [randomBytes(bundleBytes)];
      const application = specimenApplication(sync.sealer.stationId() ?? '', attachments);
      const packetId = v7();
      const counter = store.transaction((database) => sync.nextCounter(database));
      const sealed = await sync.sealer.seal({ packetId, counter, application, attachments });
      store.transaction((database) => sync.insertPacket(database, sealed, clock.now()));
      sync.wake();
      return { applicationId: application.id, packetId };
    },
    until,
    idle,
    async pass(is) {
      for (let step = 0; !is(); step += 1) {
        if (step > 2_000) throw new RangeError('it did not come to pass');
        await idle();
        if (is()) return;
        clock.advance(1_000);
      }
    },
    async kill() {
      const folder = mkdtempSync(join(tmpdir(), 'anjungan-killed-'));
      cpSync(current, folder, { recursive: true });
      folders.push(folder);
      current = folder;
      await sync.close();
      if (store !== first) store.close();
      store = openStore({ dataFolder: folder, key: first.key, migrations: MIGRATIONS, clock });
      sync = open();
      point();
    },
  };
  onTestFinished(async () => {
    await sync.close();
    await server.close();
    if (store !== first) store.close();
    first[Symbol.dispose]();
    for (const folder of folders) rmSync(folder, { recursive: true });
  });
  return bench;
}
