import { createPublicKey, verify } from 'node:crypto';
import type { PublicKey } from '../../../contract/central/enrolment.ts';
import { type CarryReply, carryReplySchema, isNewerVersion } from '../../../contract/central/hand-carry.ts';
import { CARRY_REPLY, splitSignedFile } from '../../../contract/central/signed-file.ts';
import type { ReplyProblem } from '../../../contract/station/hand-carry.ts';
import type { PinnedCentral } from '../outbox/acknowledgement.ts';

/** A reply central signed for this station, or why it is none. */
export function readReply(bytes: Uint8Array, central: PinnedCentral): CarryReply | ReplyProblem {
  const file = splitSignedFile(CARRY_REPLY, bytes);
  if (file === 'other-kind') return 'not-a-reply';
  if (file === 'damaged') return 'tampered';
  if (file === 'truncated') return 'truncated';
  if (!isSignedBy(file.signed, file.signature, central.signingKey)) return 'tampered';
  const reply = carryReplySchema.safeParse(file.payload);
  if (!reply.success) return isNewerVersion(file.payload) ? 'newer-version' : 'tampered';
  return reply.data.stationId === central.stationId ? reply.data : 'wrong-station';
}

function isSignedBy(bytes: Uint8Array, signature: Uint8Array, key: PublicKey): boolean {
  return verify(null, bytes, createPublicKey({ key: { ...key }, format: 'jwk' }), signature);
}
