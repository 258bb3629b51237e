import { type PacketContent, packetContentSchema } from '../../contract/central/packet.ts';
import type { Queries, Row } from '../database/database.ts';

export interface StoredPacket {
  /** Bytes of its bundle that are durable here and not yet in their place. */
  readonly storedBytes: number;
  readonly packetId: string;
  readonly stationId: string;
  readonly sha256: string;
  readonly content: PacketContent;
  readonly bundleByteLength: number;
  /** Month of its arrival, as `monthOf`. */
  readonly month: number;
  /** Compact JWS once core and bundle are stored. */
  readonly acknowledgement: string | null;
}

/** The packet of this station; another station's packet with the same id is another packet. */
export async function findPacket(
  queries: Queries,
  stationId: string,
  packetId: string,
): Promise<StoredPacket | null> {
  return (await findPackets(queries, stationId, [packetId])).get(packetId) ?? null;
}

/** Those of the packets that are here, by their id. */
export async function findPackets(
  queries: Queries,
  stationId: string,
  packetIds: readonly string[],
): Promise<ReadonlyMap<string, StoredPacket>> {
  const rows = await queries.query(
    `SELECT r.packet_id, r.sha256, r.bundle_byte_length, r.month, r.acknowledgement, p.content,
       (SELECT max(start + length(bytes)) FROM bundle_parts b WHERE b.station_id = $1 AND b.packet_id = r.packet_id) AS stored
     FROM packet_receipts r JOIN packets p ON p.station_id = r.station_id AND p.month = r.month AND p.packet_id = r.packet_id
     WHERE r.station_id = $1 AND r.packet_id = ANY($2::uuid[])`,
    [stationId, packetIds],
  );
  return new Map(rows.map((row) => [String(row.packet_id), storedPacket(stationId, row)]));
}

function storedPacket(stationId: string, row: Row): StoredPacket {
  return {
    packetId: String(row.packet_id),
    stationId,
    storedBytes: Number(row.stored ?? 0),
    sha256: String(row.sha256),
    content: packetContentSchema.parse(row.content),
    bundleByteLength: Number(row.bundle_byte_length),
    month: Number(row.month),
    acknowledgement: typeof row.acknowledgement === 'string' ? row.acknowledgement : null,
  };
}

export async function counterIsUsed(queries: Queries, stationId: string, counter: number): Promise<boolean> {
  const rows = await queries.query('SELECT 1 FROM packet_receipts WHERE station_id = $1 AND counter = $2', [
    stationId,
    counter,
  ]);
  return rows.length > 0;
}
