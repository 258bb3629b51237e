import { createPrivateKey, sign } from 'node:crypto';
import type { FeedbackPacket } from '../../../contract/central/feedback.ts';
import { type CarryHead, carriedBytes } from '../../../contract/central/hand-carry.ts';
import { CARRY_FILE, encodeSignedPart } from '../../../contract/central/signed-file.ts';
import { openBundle } from '../../store/tables/packet-bundles.ts';
import { sealedOf } from '../../store/tables/packets.ts';
import { mediaCiphertext } from '../feedback/seal-media.ts';
import type { StationKey } from '../sealing/station-key.ts';
import { type CarrySources, wholeBundle } from './carry-sources.ts';

export interface CarryBytes {
  readonly byteLength: number;
  /** Read from the outbox as they are asked for: one packet is in memory at a time. */
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** The bytes of a whole file. A packet that is not as planned any more leaves a gap, which central would refuse: it throws `RangeError`. */
export function carryBytes(
  { read, bundles }: CarrySources,
  head: CarryHead,
  feedback: readonly FeedbackPacket[],
  key: StationKey,
): CarryBytes {
  const signed = encodeSignedPart(CARRY_FILE, head);
  const signature = sign(null, signed, createPrivateKey({ key: { ...key }, format: 'jwk' }));

  async function* chunks(): AsyncGenerator<Uint8Array, void> {
    yield Buffer.concat([signed, signature]);
    for (const { packetId, sealedByteLength, bundle } of head.packets) {
      yield expectLength(Buffer.from(sealedOf(read, packetId) ?? '', 'latin1'), sealedByteLength);
      if (bundle === null) continue;
      const bytes = wholeBundle(openBundle(read, bundles, packetId));
      yield expectLength(bytes ?? Buffer.alloc(0), bundle.byteLength);
    }
    for (const { sealed } of feedback) yield Buffer.from(sealed, 'latin1');
    for (const { id, byteLength } of head.media ?? [])
      yield expectLength(mediaCiphertext(read, id) ?? Buffer.alloc(0), byteLength);
  }
  const said = feedback.reduce((sum, { sealed }) => sum + sealed.length, 0);
  const shown = (head.media ?? []).reduce((sum, { byteLength }) => sum + byteLength, 0);
  return {
    byteLength: signed.length + signature.length + carriedBytes(head.packets) + said + shown,
    chunks: chunks(),
  };
}

function expectLength(bytes: Uint8Array, length: number): Uint8Array {
  if (bytes.length !== length) throw new RangeError('a packet changed while it was being written');
  return bytes;
}
