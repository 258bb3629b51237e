import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { publicKeySchema } from '../../../../contract/central/enrolment.ts';
import { createSystemClock } from '../../../../station/clock/clock.ts';
import { openBundleFiles } from '../../../../station/store/bundles/bundle-files.ts';
import { MIGRATIONS } from '../../../../station/store/migrations/all.ts';
import { openStore } from '../../../../station/store/open.ts';
import { insertPacket, nextCounter } from '../../../../station/store/tables/packets.ts';
import { createSealer } from '../../../../station/sync/sealing/sealer.ts';
import { makeStationKey } from '../../../../station/sync/sealing/station-key.ts';
import { specimenApplication } from '../../../../station/sync/testing/specimen-application.ts';
import { median } from '../../statistics.ts';
import { DOCUMENT_BYTES } from '../ways/way.ts';
import { openAppendLimit } from './append-limit.ts';
import { inFolder } from './drain.ts';

const ATTACHMENTS = 3;
const WARM_UP = 5;

export interface WriteDownTimes {
  /** Milliseconds, medians. A registration hashed, sealed, signed and durable in the outbox. */
  readonly outbox: number;
  /** The same bytes appended to one file and flushed, by turns with the above. */
  readonly append: number;
}

/** The outbox alone, in this process: what it costs beside the file system, without form, faces and paper. */
export async function measureWriteDown(count: number, attachmentBytes: number): Promise<WriteDownTimes> {
  return await inFolder(async (folder) => {
    const clock = createSystemClock();
    const key = randomBytes(32).toString('hex');
    const store = openStore({ dataFolder: join(folder, 'station'), key, migrations: MIGRATIONS, clock });
    const { publicKey } = generateKeyPairSync('x25519');
    const stationId = v7();
    const keys = {
      stationId,
      signingKey: makeStationKey(),
      sealingKey: publicKeySchema.parse(publicKey.export({ format: 'jwk' })),
    };
    const sealer = createSealer({ keys: () => keys, bundles: openBundleFiles(join(folder, 'station')) });
    const limit = openAppendLimit(folder);
    try {
      const times: Record<keyof WriteDownTimes, number[]> = { outbox: [], append: [] };
      for (let number = 0; number < count + WARM_UP; number += 1) {
        const attachments = Array.from({ length: ATTACHMENTS }, () =>
          randomBytes(attachmentBytes / ATTACHMENTS),
        );
        const application = specimenApplication(stationId, attachments);
        const begun = performance.now();
        const counter = store.transaction((database) => nextCounter(database), { flushed: false });
        const packet = await sealer.seal({ packetId: v7(), counter, application, attachments });
        store.transaction((database) => insertPacket(database, packet, clock.now()));
        const safe = performance.now();
        const appended = limit.append(attachmentBytes + DOCUMENT_BYTES);
        if (number < WARM_UP) continue;
        times.outbox.push(safe - begun);
        times.append.push(appended);
      }
      return { outbox: median(times.outbox), append: median(times.append) };
    } finally {
      limit.close();
      store.close();
    }
  });
}
