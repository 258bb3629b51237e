import { joined, type Pieces } from '../bundles/pieces.ts';
import type { Database, Queries } from '../database/database.ts';

/** Names the upload of one packet's bundle. */
export interface Upload {
  readonly stationId: string;
  readonly packetId: string;
}

/** Bytes of the bundle from `start` on. */
export interface Part {
  readonly start: number;
  readonly pieces: Pieces;
}

/** Until the transaction ends, nobody else changes this upload, whatever copy of central they are at. */
export async function lockUpload(queries: Queries, { packetId }: Upload): Promise<void> {
  await queries.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [packetId]);
}

/** Bytes of the bundle that are durable here. */
export async function storedBytes(queries: Queries, { stationId, packetId }: Upload): Promise<number> {
  const [row] = await queries.query(
    `SELECT coalesce(max(start + length(bytes)), 0) AS stored FROM bundle_parts
     WHERE station_id = $1 AND packet_id = $2`,
    [stationId, packetId],
  );
  return Number(row?.stored);
}

/**
 * Appends bytes at `start`, durably. False when the upload stands elsewhere by now or is over, as after a request that was
 * given up here and went on at another connection.
 */
export async function appendPart(
  database: Database,
  upload: Upload,
  part: Part,
  now: number,
): Promise<boolean> {
  return await database.transaction(async (queries) => {
    await lockUpload(queries, upload);
    if ((await isWhole(queries, upload)) || (await storedBytes(queries, upload)) !== part.start) return false;
    await queries.query('INSERT INTO bundle_parts VALUES ($1, $2, $3, $4, $5)', [
      upload.stationId,
      upload.packetId,
      part.start,
      joined(part.pieces),
      now,
    ]);
    return true;
  });
}

async function isWhole(queries: Queries, { stationId, packetId }: Upload): Promise<boolean> {
  const rows = await queries.query(
    `SELECT 1 FROM packet_receipts WHERE station_id = $1 AND packet_id = $2 AND acknowledgement IS NOT NULL
     UNION ALL
     SELECT 1 FROM complaint_media WHERE station_id = $1 AND id = $2 AND acknowledgement IS NOT NULL`,
    [stationId, packetId],
  );
  return rows.length > 0;
}

/** What has arrived, in order. */
export async function readParts(queries: Queries, { stationId, packetId }: Upload): Promise<Uint8Array[]> {
  const rows = await queries.query(
    'SELECT bytes FROM bundle_parts WHERE station_id = $1 AND packet_id = $2 ORDER BY start',
    [stationId, packetId],
  );
  return rows.map(({ bytes }) => bytes as Uint8Array);
}

export async function dropParts(queries: Queries, { stationId, packetId }: Upload): Promise<void> {
  await queries.query('DELETE FROM bundle_parts WHERE station_id = $1 AND packet_id = $2', [
    stationId,
    packetId,
  ]);
}
