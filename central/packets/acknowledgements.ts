import type { Acknowledgement } from '../../contract/central/packet.ts';
import type { Database, Queries } from '../database/database.ts';
import type { CentralKeys } from '../keys/central-keys.ts';
import { signPayload } from '../keys/sign.ts';
import { createTogether } from '../together.ts';

interface Signed {
  readonly packetId: string;
  /** Compact JWS. */
  readonly acknowledgement: string;
}

/** Central's word that a packet is here whole. */
export interface Acknowledgements {
  /** Inside a transaction. @returns the acknowledgement that is kept */
  giveIn(queries: Queries, word: Acknowledgement): Promise<string>;
  /** The same for a packet that is durable already; those of a station that come together are written down together. */
  give(word: Acknowledgement): Promise<string>;
}

export function createAcknowledgements(database: Database, keys: CentralKeys): Acknowledgements {
  const stored = createTogether<Signed, string>((stationId, signed) => store(database, stationId, signed));

  async function sign(word: Acknowledgement): Promise<Signed> {
    return { packetId: word.packetId, acknowledgement: await signPayload(word, keys.signing) };
  }

  return {
    async giveIn(queries, word) {
      const [kept] = await store(queries, word.stationId, [await sign(word)]);
      if (kept === undefined) throw new RangeError('an acknowledgement without a packet');
      return kept;
    },
    async give(word) {
      return await stored(word.stationId, await sign(word));
    },
  };
}

/**
 * Keeps the first acknowledgement of each, whichever copy of central wrote it, and lets go of the parts of bundles that are
 * now in their places: one statement, so that the database waits for its disk once. A part that another copy adds at this
 * moment is left to `purgeParts`. @returns the acknowledgements that are kept, in the order of `signed`
 */
async function store(queries: Queries, stationId: string, signed: readonly Signed[]): Promise<string[]> {
  const rows = await queries.query(
    `WITH given AS (SELECT * FROM unnest($2::uuid[], $3::text[]) AS given (packet_id, acknowledgement)),
     dropped AS (DELETE FROM bundle_parts WHERE station_id = $1 AND packet_id = ANY($2::uuid[]))
     UPDATE packet_receipts r SET acknowledgement = COALESCE(r.acknowledgement, given.acknowledgement)
     FROM given WHERE r.station_id = $1 AND r.packet_id = given.packet_id RETURNING r.packet_id, r.acknowledgement`,
    [stationId, signed.map(({ packetId }) => packetId), signed.map(({ acknowledgement }) => acknowledgement)],
  );
  const kept = new Map(rows.map((row) => [String(row.packet_id), String(row.acknowledgement)]));
  return signed.flatMap(({ packetId }) => kept.get(packetId) ?? []);
}
