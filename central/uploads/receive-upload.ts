import type { PacketAnswer } from '../../contract/central/packet.ts';
import { lengthOf, letGo } from '../bundles/pieces.ts';
import type { Database } from '../database/database.ts';
import type { Reception } from '../packets/receive-packet.ts';
import type { Station } from '../stations/stations.ts';
import { appendPart, dropParts, type Part, readParts } from './bundle-parts.ts';
import type { ExpectedBundle } from './expected-bundle.ts';
import { gather } from './gather.ts';
import { createUnderWay } from './under-way.ts';

export interface UploadState {
  readonly offset: number;
  readonly complete: boolean;
}

export interface AppendRequest {
  readonly packetId: string;
  readonly station: Station;
  readonly offset: number;
  readonly body: AsyncIterable<Uint8Array>;
}

/** Bundles that arrive in as many pieces as the line cuts them into. */
export interface Uploads {
  /** Null when this station sent no such core. */
  state(packetId: string, station: Station): Promise<UploadState | null>;
  /**
   * Appends from `offset`. The answer wants the rest of the bundle, from the offset it names, until the whole is here.
   * Null when this station sent no such core.
   */
  append(request: AppendRequest): Promise<PacketAnswer | null>;
}

export function createUploads(database: Database, reception: Reception, now: () => number): Uploads {
  const underWay = createUnderWay();

  /** What is still wanted of a bundle, unless another connection has completed it meanwhile. */
  async function standing(packetId: string, station: Station): Promise<PacketAnswer> {
    const bundle = await reception.expected(packetId, station);
    const acknowledgement = bundle?.acknowledgement ?? null;
    if (acknowledgement !== null) return { packetId, outcome: 'acknowledged', acknowledgement };
    return { packetId, outcome: 'bundle-wanted', offset: bundle?.storedBytes ?? 0 };
  }

  async function appendIn(
    signal: AbortSignal,
    { packetId, station, offset, body }: AppendRequest,
  ): Promise<PacketAnswer | null> {
    const packet = await reception.expected(packetId, station);
    if (!packet) return null;
    const upload = { stationId: station.id, packetId };
    if (packet.acknowledgement !== null)
      return { packetId, outcome: 'acknowledged', acknowledgement: packet.acknowledgement };
    let stored = packet.storedBytes;
    if (offset !== stored) return { packetId, outcome: 'bundle-wanted', offset: stored };
    // All of it came with a try that could not put it in its place.
    if (stored === packet.bundleByteLength)
      return await complete(packet, station, { start: stored, pieces: [] });
    for await (const pieces of gather(body, now, { signal })) {
      const end = stored + lengthOf(pieces);
      if (end > packet.bundleByteLength) {
        await dropParts(database, upload);
        return { packetId, outcome: 'rejected', reason: 'too-large' };
      }
      if (end === packet.bundleByteLength) return await complete(packet, station, { start: stored, pieces });
      if (!(await appendPart(database, upload, { start: stored, pieces }, now()))) break;
      stored = end;
    }
    return await standing(packetId, station);
  }

  /**
   * The last part goes to the bundle's place with the others and is never kept among them: a bundle that came at once, as
   * nearly all do, is written down once.
   */
  async function complete(packet: ExpectedBundle, station: Station, last: Part): Promise<PacketAnswer> {
    const before = last.start === 0 ? [] : await readParts(database, packet);
    if (lengthOf(before) !== last.start) return await standing(packet.packetId, station);
    const answer = await packet.keep([...before, ...last.pieces]);
    letGo(last.pieces);
    // Refused as a whole: no part of it is wanted any more. What was kept has dropped its parts itself.
    if (answer.outcome === 'rejected') await dropParts(database, packet);
    return answer;
  }

  return {
    async state(packetId, station) {
      const upload = { stationId: station.id, packetId };
      await underWay.settle(upload);
      const packet = await reception.expected(packetId, station);
      if (!packet) return null;
      if (packet.acknowledgement !== null) return { offset: packet.bundleByteLength, complete: true };
      return { offset: packet.storedBytes, complete: false };
    },
    async append(request) {
      const turn = await underWay.begin({ stationId: request.station.id, packetId: request.packetId });
      try {
        return await appendIn(turn.signal, request);
      } finally {
        turn.end();
      }
    },
  };
}
