import type { FeedbackItem } from '../../contract/central/feedback.ts';
import type { Queries, Row } from '../database/database.ts';
import { monthOf } from '../database/months.ts';
import { dropParts } from '../uploads/bundle-parts.ts';

export interface StoredMedium {
  readonly stationId: string;
  readonly packetId: string;
  readonly complaintId: string;
  readonly contentType: string;
  /** As `sealedBundleSchema`. */
  readonly bundle: { readonly key: string; readonly byteLength: number; readonly sha256: string };
  /** Month of its announcement, as `monthOf`. */
  readonly month: number;
  readonly storedBytes: number;
  readonly acknowledgement: string | null;
}

/** Null when this station announced none of this id. */
export async function findMedium(
  queries: Queries,
  stationId: string,
  id: string,
): Promise<StoredMedium | null> {
  const [row] = await queries.query(
    `SELECT m.*, (SELECT max(start + length(bytes)) FROM bundle_parts b
       WHERE b.station_id = m.station_id AND b.packet_id = m.id) AS stored
     FROM complaint_media m WHERE station_id = $1 AND id = $2`,
    [stationId, id],
  );
  return row ? toMedium(row) : null;
}

function toMedium(row: Row): StoredMedium {
  return {
    stationId: String(row.station_id),
    packetId: String(row.id),
    complaintId: String(row.complaint_id),
    contentType: String(row.content_type),
    bundle: {
      key: String(row.key),
      byteLength: Number(row.bundle_byte_length),
      sha256: String(row.sha256),
    },
    month: Number(row.month),
    storedBytes: Number(row.stored ?? 0),
    acknowledgement: typeof row.acknowledgement === 'string' ? row.acknowledgement : null,
  };
}

/** Expects the bytes. A kiosk that went back to a backup seals them anew: what it says last counts, and they come again. */
export async function keepAnnouncement(
  queries: Queries,
  stationId: string,
  { id, complaintId, contentType, bundle }: Extract<FeedbackItem, { kind: 'media' }>,
  now: number,
): Promise<void> {
  const written = await queries.query(
    `INSERT INTO complaint_media (station_id, id, complaint_id, content_type, key, sha256, bundle_byte_length, month)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (station_id, id) DO UPDATE SET content_type = excluded.content_type, key = excluded.key,
       sha256 = excluded.sha256, bundle_byte_length = excluded.bundle_byte_length, acknowledgement = NULL
     WHERE complaint_media.sha256 <> excluded.sha256
     RETURNING id`,
    [stationId, id, complaintId, contentType, bundle.key, bundle.sha256, bundle.byteLength, monthOf(now)],
  );
  if (written.length > 0) await dropParts(queries, { stationId, packetId: id });
}

/** Keeps the first acknowledgement of this very ciphertext and lets go of its parts. Null when another one is expected by now. */
export async function storeMediumAcknowledgement(
  queries: Queries,
  { stationId, packetId, bundle }: StoredMedium,
  acknowledgement: string,
): Promise<string | null> {
  const [row] = await queries.query(
    `WITH dropped AS (DELETE FROM bundle_parts WHERE station_id = $1 AND packet_id = $2)
     UPDATE complaint_media SET acknowledgement = COALESCE(acknowledgement, $4)
     WHERE station_id = $1 AND id = $2 AND sha256 = $3 RETURNING acknowledgement`,
    [stationId, packetId, bundle.sha256, acknowledgement],
  );
  return row ? String(row.acknowledgement) : null;
}

/** A picture or voice note as a list shows it. */
export interface ShownMedium {
  readonly id: string;
  readonly contentType: string;
  readonly arrived: boolean;
}

/** Those of the complaints, by `stationId/complaintId`. */
export async function mediaOfComplaints(
  queries: Queries,
  complaintIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ShownMedium[]>> {
  const rows = await queries.query(
    `SELECT station_id, complaint_id, id, content_type, acknowledgement IS NOT NULL AS arrived FROM complaint_media
     WHERE complaint_id = ANY($1::uuid[]) ORDER BY content_type DESC, id`,
    [complaintIds],
  );
  return Map.groupBy(rows.map(toShown), ({ of }) => of);
}

function toShown(row: Row): ShownMedium & { readonly of: string } {
  return {
    of: `${row.station_id}/${row.complaint_id}`,
    id: String(row.id),
    contentType: String(row.content_type),
    arrived: row.arrived === true,
  };
}

/** Who opened it, written down before it is shown. */
export async function recordView(
  queries: Queries,
  { stationId, packetId }: StoredMedium,
  officerName: string,
  now: number,
): Promise<void> {
  await queries.query('INSERT INTO complaint_media_views VALUES ($1, $2, $3, $4)', [
    stationId,
    packetId,
    officerName,
    now,
  ]);
}
