import type { PacketAnswer, PacketContent, PacketCore } from '../../contract/central/packet.ts';
import { type BundleStore, bundleName } from '../bundles/bundle-store.ts';
import { lengthOf, type Pieces } from '../bundles/pieces.ts';
import type { Database, Queries } from '../database/database.ts';
import type { Months } from '../database/months.ts';
import { keepMedium } from '../feedback/keep-medium.ts';
import { findMedium } from '../feedback/media-rows.ts';
import type { CentralKeys } from '../keys/central-keys.ts';
import type { Station } from '../stations/stations.ts';
import { storedBytes } from '../uploads/bundle-parts.ts';
import type { ExpectedBundle } from '../uploads/expected-bundle.ts';
import { createAcknowledgements } from './acknowledgements.ts';
import { oneOfEach, placesFor } from './application-place.ts';
import { type ExpectedPacket, findExpectedPacket } from './expected-packet.ts';
import { checkBundle } from './open-bundle.ts';
import { openPacket } from './open-packet.ts';
import { counterIsUsed, findPacket, findPackets, type StoredPacket } from './packet-rows.ts';
import { writeApplications, writeNames } from './write-applications.ts';

/** Far above a dozen full-size pictures; bounds the memory one bundle can take. */
export const LARGEST_BUNDLE_BYTES = 48 * 1024 * 1024;

export interface Reception {
  /** Never throws for what a station sends; rejects only when the database or the bundle store fails. */
  receiveCore(core: PacketCore, station: Station): Promise<PacketAnswer>;
  /** One answer for each, in their order; what is new of them is written down together, so that the disk waits once. */
  receiveCores(cores: readonly PacketCore[], station: Station): Promise<PacketAnswer[]>;
  /** The bundle of a packet whose core is here, or of an announced picture or voice note; null when this station told of none. */
  expected(packetId: string, station: Station): Promise<ExpectedBundle | null>;
  /** The whole of an expected bundle; null when there is none. */
  receiveBundle(packetId: string, pieces: Pieces, station: Station): Promise<PacketAnswer | null>;
}

interface OpenedCore {
  readonly core: PacketCore;
  readonly content: PacketContent;
}

const contentOf = ({ content }: OpenedCore): PacketContent => content;

export interface ReceptionParts {
  readonly database: Database;
  readonly months: Months;
  readonly bundles: BundleStore;
  readonly keys: CentralKeys;
  readonly now: () => number;
}

export function createReception({ database, months, bundles, keys, now }: ReceptionParts): Reception {
  const acknowledgements = createAcknowledgements(database, keys);

  async function answerWritten(queries: Queries, { core, content }: OpenedCore): Promise<PacketAnswer> {
    const { packetId, applicationId, revision, sha256 } = core;
    if (content.bundle !== null) return { packetId, outcome: 'bundle-wanted', offset: 0 };
    const { stationId } = content;
    const word = { packetId, applicationId, revision, sha256, stationId, receivedAt: now() };
    return {
      packetId,
      outcome: 'acknowledged',
      acknowledgement: await acknowledgements.giveIn(queries, word),
    };
  }

  /** Of packets of one station that are each of another application. */
  async function storeGroup(
    queries: Queries,
    group: readonly OpenedCore[],
    { id: stationId }: Station,
    at: number,
  ): Promise<PacketAnswer[]> {
    const places = await placesFor(queries, group.map(contentOf));
    const placed = group.map((opened, index) => ({ opened, place: places[index] ?? 'taken' }));
    const arrived = placed.flatMap(({ opened: { core, content }, place }) =>
      place === 'new' || place === 'newer' ? { ...core, content } : [],
    );
    const written = await writeApplications(queries, stationId, arrived, at);
    const isWritten = ({ opened: { content } }: (typeof placed)[number]) => written.has(content.packetId);
    await writeNames(
      queries,
      placed.filter((each) => each.place === 'new' && isWritten(each)).map(({ opened }) => opened.content),
    );
    const answers: PacketAnswer[] = [];
    for (const each of placed) {
      const { core, content } = each.opened;
      answers.push(
        isWritten(each)
          ? await answerWritten(queries, each.opened)
          : await refuse(queries, core, content, each.place === 'taken' ? 'taken' : 'older'),
      );
    }
    return answers;
  }

  async function storeAll(opened: readonly OpenedCore[], station: Station): Promise<PacketAnswer[]> {
    if (opened.length === 0) return [];
    const at = now();
    await months.ensure(at);
    return await database.transaction(async (queries) => {
      const answers: PacketAnswer[] = [];
      for (const group of oneOfEach(opened, contentOf))
        answers.push(...(await storeGroup(queries, group, station, at)));
      return answers;
    });
  }

  /** What can be said of a core without writing anything, or the core opened. */
  async function look(
    core: PacketCore,
    station: Station,
    known: StoredPacket | undefined,
  ): Promise<PacketAnswer | OpenedCore> {
    const { packetId } = core;
    if (known) return await answerAgain(database, core, known);
    if (core.bundleByteLength > LARGEST_BUNDLE_BYTES)
      return { packetId, outcome: 'rejected', reason: 'too-large' };
    const opened = await openPacket(core, station, keys.sealing);
    if ('rejection' in opened) return { packetId, outcome: 'rejected', reason: opened.rejection };
    return { core, content: opened.content };
  }

  async function receiveCores(cores: readonly PacketCore[], station: Station): Promise<PacketAnswer[]> {
    const ids = cores.map(({ packetId }) => packetId);
    const known = await findPackets(database, station.id, ids);
    const looked = await Promise.all(cores.map((core) => look(core, station, known.get(core.packetId))));
    const opened = looked.filter((each) => 'core' in each);
    const stored = (await storeAll(opened, station)).values();
    return looked.map((each) => {
      if (!('core' in each)) return each;
      const { value: answer } = stored.next();
      if (answer === undefined) throw new RangeError('a core without an answer');
      return answer;
    });
  }

  async function keepBundle(packet: ExpectedPacket, pieces: Pieces): Promise<PacketAnswer> {
    const { packetId } = packet;
    if (lengthOf(pieces) < packet.bundleByteLength) return { packetId, outcome: 'bundle-wanted', offset: 0 };
    const reason = checkBundle(pieces, packet);
    if (reason !== null) return { packetId, outcome: 'rejected', reason };
    // Kept before it is acknowledged: a copy that dies between the two leaves bytes nobody asks for, never a promise without them.
    await bundles.put(bundleName(packet), pieces);
    const { applicationId, revision, sha256, stationId } = packet;
    const word = { packetId, applicationId, revision, sha256, stationId, receivedAt: now() };
    const acknowledgement = await acknowledgements.give(word);
    return { packetId, outcome: 'acknowledged', acknowledgement };
  }

  async function expected(packetId: string, station: Station): Promise<ExpectedBundle | null> {
    const packet = await findExpectedPacket(database, station.id, packetId);
    if (packet) return { ...packet, keep: (pieces) => keepBundle(packet, pieces) };
    const medium = await findMedium(database, station.id, packetId);
    if (!medium) return null;
    const keep = (pieces: Pieces) => keepMedium({ database, bundles, keys, now }, medium, pieces);
    return { ...medium, bundleByteLength: medium.bundle.byteLength, keep };
  }

  return {
    async receiveCore(core, station) {
      const [answer] = await receiveCores([core], station);
      if (answer === undefined) throw new RangeError('a core without an answer');
      return answer;
    },
    receiveCores,
    expected,
    async receiveBundle(packetId, pieces, station) {
      const bundle = await expected(packetId, station);
      if (!bundle) return null;
      if (bundle.acknowledgement !== null) {
        return { packetId, outcome: 'acknowledged', acknowledgement: bundle.acknowledgement };
      }
      return await bundle.keep(pieces);
    },
  };
}

/** Why a packet that could not be written was not, unless it is here after all because another request was faster. */
async function refuse(
  queries: Queries,
  core: PacketCore,
  content: PacketContent,
  place: 'older' | 'taken',
): Promise<PacketAnswer> {
  const { packetId } = core;
  const meanwhile = await findPacket(queries, content.stationId, packetId);
  if (meanwhile) return await answerAgain(queries, core, meanwhile);
  if (place === 'taken') return { packetId, outcome: 'rejected', reason: 'different-content' };
  const replayed = await counterIsUsed(queries, content.stationId, content.counter);
  return { packetId, outcome: 'rejected', reason: replayed ? 'replayed-counter' : 'older-revision' };
}

/** The answer to a packet that is here already: the same as before, unless it is not the same packet. */
async function answerAgain(queries: Queries, core: PacketCore, stored: StoredPacket): Promise<PacketAnswer> {
  const { packetId } = core;
  if (stored.sha256 !== core.sha256) return { packetId, outcome: 'rejected', reason: 'different-content' };
  if (stored.acknowledgement !== null)
    return { packetId, outcome: 'acknowledged', acknowledgement: stored.acknowledgement };
  const offset = await storedBytes(queries, { stationId: stored.content.stationId, packetId });
  return { packetId, outcome: 'bundle-wanted', offset };
}
