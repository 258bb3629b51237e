import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { createSystemClock } from '../../../../station/clock/clock.ts';
import { openBundleFiles } from '../../../../station/store/bundles/bundle-files.ts';
import { MIGRATIONS } from '../../../../station/store/migrations/all.ts';
import { openStore } from '../../../../station/store/open.ts';
import { insertPacket, nextCounter } from '../../../../station/store/tables/packets.ts';
import { openStationIdentity } from '../../../../station/sync/enrolment/station-identity.ts';
import { createSealer, type SealedPacket } from '../../../../station/sync/sealing/sealer.ts';
import { specimenApplication } from '../../../../station/sync/testing/specimen-application.ts';
import { DOCUMENT_BYTES } from './way.ts';

const ATTACHMENTS = 3;
/** The longest value a field may have. */
const LONGEST_VALUE = 400;
/** Packets in one transaction: the filling is not what is measured. */
const PER_TRANSACTION = 25;

interface OutboxToFill {
  readonly dataFolder: string;
  readonly key: string;
  readonly count: number;
  readonly attachmentBytes: number;
}

/** Puts sealed packets, real to the last byte, into the outbox of an enrolled station that is not running. */
export async function fillOutbox({ dataFolder, key, count, attachmentBytes }: OutboxToFill): Promise<void> {
  const clock = createSystemClock();
  const store = openStore({ dataFolder, key, migrations: MIGRATIONS, clock });
  const identity = openStationIdentity(store, clock);
  const sealer = createSealer({ keys: identity.keys, bundles: openBundleFiles(dataFolder) });
  const stationId = sealer.stationId();
  if (stationId === null) throw new Error('the station is not enrolled');
  const counters = store.transaction((database) =>
    Array.from({ length: count }, () => nextCounter(database)),
  );
  let sealed: SealedPacket[] = [];
  const flush = () => {
    store.transaction((database) => {
      for (const packet of sealed) insertPacket(database, packet, clock.now());
    });
    sealed = [];
  };
  for (const counter of counters) {
    const attachments = Array.from({ length: ATTACHMENTS }, () => randomBytes(attachmentBytes / ATTACHMENTS));
    const application = { ...specimenApplication(stationId, attachments), values: specimenValues() };
    sealed.push(await sealer.seal({ packetId: v7(), counter, application, attachments }));
    if (sealed.length === PER_TRANSACTION) flush();
  }
  if (sealed.length > 0) flush();
  store.close();
}

/** A form of the wanted length, no two alike. */
function specimenValues(): Record<string, string> {
  const values = Array.from({ length: Math.floor(DOCUMENT_BYTES / LONGEST_VALUE) }, (_, place) => {
    return [
      `remark.${'abcdefghijkl'.charAt(place)}`,
      randomBytes(LONGEST_VALUE / 2).toString('hex'),
    ] as const;
  });
  return { 'identity.fullName': 'SITI SPESIMEN', ...Object.fromEntries(values) };
}
