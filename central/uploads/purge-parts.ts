import type { Database } from '../database/database.ts';
import { dropParts, lockUpload } from './bundle-parts.ts';

/** A kiosk may be without a line for a month and then goes on where it was; after this nobody is expected to. */
export const PARTS_KEPT_MS = 45 * 24 * 60 * 60_000;
/** Uploads in one portion; each is a transaction of its own that is over in milliseconds. */
const AT_ONCE = 100;

/**
 * Forgets uploads that nobody has added to for `PARTS_KEPT_MS`, and what is left of those whose packet is whole here, at
 * most a portion at a time. A kiosk that comes back after all begins the bundle anew. Answers how many uploads.
 */
export async function purgeParts(database: Database, now: number): Promise<number> {
  const rows = await database.query(
    `SELECT p.station_id, p.packet_id FROM bundle_parts p
     LEFT JOIN packet_receipts r ON r.station_id = p.station_id AND r.packet_id = p.packet_id
     LEFT JOIN complaint_media m ON m.station_id = p.station_id AND m.id = p.packet_id
     GROUP BY p.station_id, p.packet_id
     HAVING max(p.arrived_at) < $1 OR bool_or(r.acknowledgement IS NOT NULL OR m.acknowledgement IS NOT NULL) LIMIT $2`,
    [now - PARTS_KEPT_MS, AT_ONCE],
  );
  for (const row of rows) {
    const upload = { stationId: String(row.station_id), packetId: String(row.packet_id) };
    await database.transaction(async (queries) => {
      await lockUpload(queries, upload);
      await dropParts(queries, upload);
    });
  }
  return rows.length;
}
