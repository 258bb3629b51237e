import { createHash } from 'node:crypto';
import {
  type EnrolmentFilePayload,
  enrolmentFilePayloadSchema,
  enrolmentFileSchema,
} from '../../../contract/central/enrolment-file.ts';
import { readSigned } from '../wire/signed-answer.ts';
import { EnrolmentError } from './enrolment-error.ts';

/** First 64 bits of the SHA-256 of the key's characters, in hexadecimal: what the office tells on paper, without its spaces. */
export function keyFingerprint(x: string): string {
  return createHash('sha256').update(x).digest('hex').slice(0, 16);
}

/**
 * What a file says that is whole, signed by the key it names, and made by the office whose fingerprint was given, if one
 * was; it may have expired. Throws `EnrolmentError`: `file-unreadable`, `file-tampered`, `file-other-office`.
 */
export async function readEnrolmentFile(
  content: string,
  fingerprint: string | null,
): Promise<EnrolmentFilePayload> {
  const file = enrolmentFileSchema.safeParse(readJson(content));
  const told = file.success ? payloadOf(file.data.signed) : null;
  if (!file.success || told === null) throw new EnrolmentError('file-unreadable');
  const payload = await readSigned(file.data.signed, enrolmentFilePayloadSchema, told.signingKey);
  if (payload === null) throw new EnrolmentError('file-tampered');
  const wanted = fingerprint?.toLowerCase().replaceAll(/[^0-9a-f]/g, '');
  if (wanted !== undefined && wanted !== keyFingerprint(payload.signingKey.x))
    throw new EnrolmentError('file-other-office');
  return payload;
}

/** Not verified yet: only to learn which key it says it is signed by. */
function payloadOf(token: string): EnrolmentFilePayload | null {
  const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
  return enrolmentFilePayloadSchema.safeParse(readJson(payload)).data ?? null;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
