import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Face } from '../../contract/shell/face.ts';
import type { StationStart } from '../../contract/shell/station-channel.ts';
import { PRACTICE_PIN } from '../access/add-officer.ts';
import type { RunningStation } from '../channel/serve-shell.ts';
import type { Clock } from '../clock/clock.ts';
import { createManualClock, type ManualClock } from '../clock/manual-clock.ts';
import { composeStation } from '../composition.ts';
import { connectTestFace, type StationClient, type TestFace } from '../rpc/test-client.ts';
import type { Store } from '../store/database.ts';
import { MIGRATIONS } from '../store/migrations/all.ts';
import { openStore } from '../store/open.ts';
import { writePin } from '../store/tables/central.ts';
import { makeSealingPair, makeSigningPair } from '../sync/testing/central-keys.ts';

export const TEST_RESOURCES = join(import.meta.dirname, '..', '..', 'central', 'catalog');

export interface TestStation {
  readonly clock: ManualClock;
  readonly folder: string;
  /** What the station logged as failed. */
  readonly troubles: { where: string; error: unknown }[];
  face(face: Face): TestFace;
  /** The counter with an officer of this role signed in. */
  signedIn(role?: 'officer' | 'supervisor' | 'technician'): Promise<StationClient>;
  restart(): Promise<void>;
  /** Stops the station, lets `work` look at its file, and starts it again. */
  inspect<Result>(work: (store: Store) => Result): Promise<Result>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** A whole practice station on a real encrypted file, already enrolled, with a clock that stands still. */
export async function startTestStation(
  folder = mkdtempSync(join(tmpdir(), 'anjungan-')),
): Promise<TestStation> {
  const clock = createManualClock();
  const key = randomBytes(32).toString('hex');
  const troubles: TestStation['troubles'] = [];
  const log = {
    note: () => undefined,
    failed: (where: string, error: unknown) => troubles.push({ where, error }),
  };
  const start: StationStart = { ...practiceStart(folder, key) };
  const open = () => openStore({ dataFolder: folder, key, migrations: MIGRATIONS, clock });
  enrol(open(), clock);
  let station: RunningStation = await composeStation(start, { clock, log });
  let faces: TestFace[] = [];

  async function stop(): Promise<void> {
    for (const face of faces) face.close();
    faces = [];
    await station.close();
  }

  function face(name: Face): TestFace {
    const opened = connectTestFace(station.connectFace, name, faces.length + 1);
    faces.push(opened);
    return opened;
  }

  return {
    clock,
    folder,
    troubles,
    face,
    async signedIn(role = 'officer') {
      const { client } = face('counter');
      const { officers } = await client.access.officers();
      const officer = officers.find((candidate) => candidate.role === role);
      await client.access.signIn({ officerId: officer?.id ?? '', pin: PRACTICE_PIN });
      return client;
    },
    async restart() {
      await stop();
      station = await composeStation(start, { clock, log });
    },
    async inspect(work) {
      await stop();
      const store = open();
      const result = work(store);
      store.close();
      station = await composeStation(start, { clock, log });
      return result;
    },
    async [Symbol.asyncDispose]() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function practiceStart(dataFolder: string, databaseKey: string): StationStart {
  return {
    mode: 'practice',
    dataFolder,
    resourcesFolder: TEST_RESOURCES,
    databaseKey,
    databaseKeyKeptBy: 'file',
    cameraFile: null,
    version: 'test',
  };
}

/** Pins the keys of a central nobody runs, so that packets can be sealed. */
export function enrol(store: Store, clock: Clock): void {
  const answer = {
    stationId: 'station-1',
    sealingKey: makeSealingPair().publicKey,
    signingKey: makeSigningPair().publicKey,
  };
  store.transaction((database) => writePin(database, answer, clock.now()));
  store.close();
}
