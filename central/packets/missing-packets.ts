import type { Queries } from '../database/database.ts';

/** Those of `packetIds` that this station did not send or that are not acknowledged. */
export async function missingPackets(
  queries: Queries,
  stationId: string,
  packetIds: readonly string[],
): Promise<string[]> {
  const rows = await queries.query(
    `SELECT packet_id FROM packet_receipts
     WHERE station_id = $1 AND packet_id = ANY($2::uuid[]) AND acknowledgement IS NOT NULL`,
    [stationId, packetIds],
  );
  const held = new Set(rows.map((row) => String(row.packet_id)));
  return packetIds.filter((packetId) => !held.has(packetId));
}
