import { z } from 'zod';
import { type SealedBundle, sealedBundleSchema } from '../../contract/central/packet.ts';
import { attachmentManifestSchema } from '../../contract/domain/application.ts';
import type { Queries } from '../database/database.ts';
import type { Manifest } from './manifest-check.ts';

/** A packet as its bundle must know it. */
export interface ExpectedPacket {
  readonly packetId: string;
  readonly stationId: string;
  readonly applicationId: string;
  readonly revision: number;
  readonly sha256: string;
  readonly bundle: SealedBundle | null;
  readonly attachments: readonly Manifest[];
  readonly bundleByteLength: number;
  /** Bytes of its bundle that are durable here and not yet in their place. */
  readonly storedBytes: number;
  /** Month of its arrival, as `monthOf`. */
  readonly month: number;
  /** Compact JWS once core and bundle are stored. */
  readonly acknowledgement: string | null;
}

const bundleSchema = sealedBundleSchema.nullable();
const attachmentsSchema = z.array(attachmentManifestSchema.pick({ byteLength: true, sha256: true }).strip());

/** The packet of this station, without what the citizen said: every bundle asks for it. */
export async function findExpectedPacket(
  queries: Queries,
  stationId: string,
  packetId: string,
): Promise<ExpectedPacket | null> {
  const [row] = await queries.query(
    `SELECT r.application_id, r.revision, r.sha256, r.bundle_byte_length, r.month, r.acknowledgement,
       p.content -> 'bundle' AS bundle, p.content -> 'application' -> 'attachments' AS attachments,
       (SELECT max(start + length(bytes)) FROM bundle_parts b WHERE b.station_id = $1 AND b.packet_id = $2) AS stored
     FROM packet_receipts r JOIN packets p ON p.station_id = r.station_id AND p.month = r.month AND p.packet_id = r.packet_id
     WHERE r.station_id = $1 AND r.packet_id = $2`,
    [stationId, packetId],
  );
  if (!row) return null;
  return {
    packetId,
    stationId,
    applicationId: String(row.application_id),
    revision: Number(row.revision),
    sha256: String(row.sha256),
    bundle: bundleSchema.parse(row.bundle),
    attachments: attachmentsSchema.parse(row.attachments),
    bundleByteLength: Number(row.bundle_byte_length),
    storedBytes: Number(row.stored ?? 0),
    month: Number(row.month),
    acknowledgement: typeof row.acknowledgement === 'string' ? row.acknowledgement : null,
  };
}
