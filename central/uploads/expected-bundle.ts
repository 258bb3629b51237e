import type { PacketAnswer } from '../../contract/central/packet.ts';
import type { Pieces } from '../bundles/pieces.ts';

/** A bundle central was told of, whatever it belongs to. */
export interface ExpectedBundle {
  readonly stationId: string;
  readonly packetId: string;
  readonly bundleByteLength: number;
  /** Bytes that are durable here and not yet in their place. */
  readonly storedBytes: number;
  /** Compact JWS once all of it is in its place. */
  readonly acknowledgement: string | null;
  /** Takes the whole, or says why not. Rejects when the database or the bundle store fails. */
  keep(pieces: Pieces): Promise<PacketAnswer>;
}
