import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PRACTICE_PIN } from '../../../station/access/add-officer.ts';
import { createSystemClock } from '../../../station/clock/clock.ts';
import { composeStation } from '../../../station/composition.ts';
import { connectTestFace, type StationClient } from '../../../station/rpc/test-client.ts';
import type { Store } from '../../../station/store/database.ts';
import { MIGRATIONS } from '../../../station/store/migrations/all.ts';
import { openStore } from '../../../station/store/open.ts';
import { practiceStart } from '../../../station/testing/test-station.ts';

export interface BenchStation {
  /** The counter with an officer signed in. */
  readonly counter: StationClient;
  /** Where its encrypted file lies; a limit is measured in the same folder. */
  readonly folder: string;
  close(): Promise<void>;
}

/** A whole station in this process, on a real encrypted file; `fill` writes into it between a first start and this one. */
export async function openBenchStation(fill: (store: Store) => void = () => {}): Promise<BenchStation> {
  const folder = mkdtempSync(join(tmpdir(), 'anjungan-bench-'));
  const key = randomBytes(32).toString('hex');
  const clock = createSystemClock();
  const log = {
    note: () => {},
    failed(where: string, error: unknown) {
      throw new Error(`the station failed in ${where}`, { cause: error });
    },
  };
  const compose = () => composeStation(practiceStart(folder, key), { clock, log });
  await (await compose()).close();
  const store = openStore({ dataFolder: folder, key, migrations: MIGRATIONS, clock });
  fill(store);
  store.close();
  const station = await compose();
  const face = connectTestFace(station.connectFace, 'counter');
  const [officer] = (await face.client.access.officers()).officers;
  await face.client.access.signIn({ officerId: officer?.id ?? '', pin: PRACTICE_PIN });
  return {
    counter: face.client,
    folder,
    async close() {
      face.close();
      await station.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
