import { compactDecrypt } from 'jose';
import { type EnrolmentRequest, enrolmentRequestSchema } from '../../contract/central/enrolment.ts';
import type { CarryHead } from '../../contract/central/hand-carry.ts';
import type { Queries } from '../database/database.ts';
import type { PrivateKey } from '../keys/central-keys.ts';
import { couldEnrol } from '../stations/enrolments.ts';
import { findStation, type Station } from '../stations/stations.ts';

export interface Sender {
  readonly station: Station;
  /** What enrols it, or a revoked one again; null when it is enrolled, and for a revoked one without it. */
  readonly enrolment: EnrolmentRequest | null;
}

/** The station a head names: one that is enrolled, or one that the head's own request could enrol under this very id. */
export async function findSender(
  queries: Queries,
  { stationId, enrolment: sealed }: CarryHead,
  sealingKey: PrivateKey,
  now: number,
): Promise<Sender | null> {
  const station = await findStation(queries, stationId);
  if (station !== null && station.revokedAt === null) return { station, enrolment: null };
  const enrolment = sealed === null ? null : await openRequest(sealed, sealingKey);
  const enrols = enrolment !== null && (await couldEnrol(queries, enrolment, stationId, now));
  if (station !== null) {
    const isSame = enrols && enrolment.signingKey.x === station.signingKey.x;
    return { station, enrolment: isSame ? enrolment : null };
  }
  if (!enrols) return null;
  const { stationName: name, signingKey } = enrolment;
  return { station: { id: stationId, name, signingKey, revokedAt: null }, enrolment };
}

async function openRequest(sealed: string, sealingKey: PrivateKey): Promise<EnrolmentRequest | null> {
  try {
    const { plaintext } = await compactDecrypt(sealed, sealingKey, {
      keyManagementAlgorithms: ['ECDH-ES'],
      contentEncryptionAlgorithms: ['A256GCM'],
    });
    const request = enrolmentRequestSchema.safeParse(JSON.parse(new TextDecoder().decode(plaintext)));
    return request.success && request.data.signingKey.crv === 'Ed25519' ? request.data : null;
  } catch {
    return null;
  }
}
