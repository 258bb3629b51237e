import { createHash } from 'node:crypto';
import {
  type CarryHead,
  type CarryRefusal,
  carryHeadSchema,
  isNewerVersion,
} from '../../contract/central/hand-carry.ts';
import {
  CARRY_FILE,
  PREAMBLE_BYTES,
  readPayload,
  readPreamble,
  SIGNATURE_BYTES,
} from '../../contract/central/signed-file.ts';
import type { ByteReader } from './byte-reader.ts';

export interface ReadHead {
  readonly head: CarryHead;
  /** Everything the signature covers. */
  readonly signed: Buffer;
  readonly signature: Buffer;
  /** Of `signed`: as the head holds the hash of every packet, two files with the same one are the same file. */
  readonly sha256: string;
}

/** Reads as far as the signature, of which nothing is believed yet. */
export async function readHead(reader: ByteReader): Promise<ReadHead | { readonly refused: CarryRefusal }> {
  const preamble = await reader.take(PREAMBLE_BYTES);
  const length = readPreamble(CARRY_FILE, preamble);
  if (length === 'other-kind') return { refused: 'not-a-carry-file' };
  if (length === 'truncated') return { refused: 'truncated' };
  if (length === 'damaged') return { refused: 'tampered' };
  const payload = await reader.take(length);
  const signature = await reader.take(SIGNATURE_BYTES);
  if (payload.length < length || signature.length < SIGNATURE_BYTES) return { refused: 'truncated' };
  const value = readPayload(payload);
  const head = carryHeadSchema.safeParse(value);
  if (!head.success) return { refused: isNewerVersion(value) ? 'newer-version' : 'tampered' };
  const signed = Buffer.concat([preamble, payload]);
  return {
    head: head.data,
    signed,
    signature,
    sha256: createHash('sha256').update(signed).digest('hex'),
  };
}
