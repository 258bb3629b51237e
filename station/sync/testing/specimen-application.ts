import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import type { Application } from '../../../contract/domain/application.ts';
import { formatTrackingCode } from '../../../contract/domain/tracking-code.ts';

/** An application of an invented citizen with the given attachments, for tests. */
export function specimenApplication(stationId: string, attachments: readonly Uint8Array[]): Application {
  const id = v7();
  return {
    id,
    revision: 1,
    trackingCode: formatTrackingCode(createHash('sha256').update(id).digest().subarray(0, 5)),
    serviceKey: 'passport-replacement-expired-adult',
    productKey: 'electronic-10',
    catalogVersion: 1,
    stationId,
    officerId: v7(),
    ticketNumber: 'A-012',
    values: { 'identity.fullName': 'SITI SPESIMEN', 'identity.nik': '1804044512909901' },
    issues: [],
    leftForOffice: [],
    consent: { version: '2026-11-01', statements: ['data', 'photo', 'truth'], givenAt: 1_795_483_800_000 },
    attachments: attachments.map((bytes) => ({
      id: v7(),
      kind: 'identity-card.front',
      mediaType: 'image/jpeg',
      width: 1600,
      height: 1200,
      byteLength: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })),
    submittedAt: 1_795_483_800_000,
  };
}
