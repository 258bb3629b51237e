import type { Acknowledgement, PacketAnswer } from '../../contract/central/packet.ts';
import { type BundleStore, bundleName } from '../bundles/bundle-store.ts';
import { lengthOf, type Pieces } from '../bundles/pieces.ts';
import type { Database } from '../database/database.ts';
import type { CentralKeys } from '../keys/central-keys.ts';
import { signPayload } from '../keys/sign.ts';
import { openCiphertext } from '../packets/open-bundle.ts';
import { type StoredMedium, storeMediumAcknowledgement } from './media-rows.ts';
import { isOfType } from './media-type.ts';

export interface MediumParts {
  readonly database: Database;
  readonly bundles: BundleStore;
  readonly keys: CentralKeys;
  readonly now: () => number;
}

/** Puts the whole of a picture or voice note into its place, still sealed, and signs that it is there. */
export async function keepMedium(
  { database, bundles, keys, now }: MediumParts,
  medium: StoredMedium,
  pieces: Pieces,
): Promise<PacketAnswer> {
  const { packetId, stationId, complaintId, contentType, bundle } = medium;
  if (lengthOf(pieces) < bundle.byteLength) return { packetId, outcome: 'bundle-wanted', offset: 0 };
  const opened = openCiphertext(pieces, bundle);
  if ('rejection' in opened) return { packetId, outcome: 'rejected', reason: opened.rejection };
  if (!isOfType(contentType, opened.plain)) return { packetId, outcome: 'rejected', reason: 'ill-formed' };
  await bundles.put(bundleName(medium), pieces);
  const word: Acknowledgement = {
    packetId,
    applicationId: complaintId,
    revision: 1,
    sha256: bundle.sha256,
    stationId,
    receivedAt: now(),
  };
  const signed = await signPayload(word, keys.signing);
  const acknowledgement = await storeMediumAcknowledgement(database, medium, signed);
  if (acknowledgement === null) return { packetId, outcome: 'bundle-wanted', offset: 0 };
  return { packetId, outcome: 'acknowledged', acknowledgement };
}
