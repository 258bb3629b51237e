import type { SpecimenPerson } from '../../virtual/camera/specimen-person.ts';
import {
  type DirectCardChannelOptions,
  openDirectCardChannel,
} from '../../virtual/emrtd/direct-card-channel.ts';
import { createSpecimenIssuer, type SpecimenIssuer } from '../../virtual/emrtd/specimen-issuer.ts';
import {
  createVirtualPassport,
  type VirtualPassport,
  type VirtualPassportOptions,
} from '../../virtual/emrtd/virtual-passport.ts';
import type { AccessKey } from '../access/access-key.ts';
import type { PassportPart, PassportReading } from '../passport-reading.ts';
import { type ReadPassportRequest, readPassport } from '../read-passport.ts';
import { decodeTrustList } from '../trust/trust-list.ts';

export const PERSON: SpecimenPerson = {
  fullName: 'RATNA DEWI SPESIMEN',
  nik: '0000005708900001',
  birthPlace: 'LIWA',
  birthDate: '1990-08-17',
  sex: 'female',
  address: 'DUSUN CONTOH',
  rtRw: '002/001',
  village: 'PEKON CONTOH',
  district: 'BALIK BUKIT',
  regency: 'LAMPUNG BARAT',
  province: 'LAMPUNG',
  religion: 'ISLAM',
  maritalStatus: 'KAWIN',
  occupation: 'PETANI',
  passportNumber: 'X0000000',
  passportIssued: '2024-03-01',
  passportExpiry: '2034-03-01',
};

export const MRZ_ACCESS: AccessKey = {
  kind: 'mrz',
  documentNumber: 'X0000000',
  birthDate: '900817',
  expiryDate: '340301',
};

export const ALL_PARTS: readonly PassportPart[] = [
  'index',
  'face',
  'personal-details',
  'document-details',
  'chip',
];
export const ISSUER = createSpecimenIssuer({ seed: 'spesimen' });
export const TODAY = '2026-06-01';

/** Not a picture: the first and last bytes of one, which is all that is looked at. */
export function jpegOf(length: number): Uint8Array {
  const bytes = Uint8Array.from({ length }, (_, index) => (index * 31) % 251);
  bytes.set([0xff, 0xd8, 0xff, 0xe0]);
  bytes.set([0xff, 0xd9], length - 2);
  return bytes;
}

export function passport(options: Partial<VirtualPassportOptions> = {}): VirtualPassport {
  return createVirtualPassport({
    person: PERSON,
    portrait: { bytes: jpegOf(3_000), width: 413, height: 531 },
    issuer: ISSUER,
    pace: { cipher: 'aes-128', curve: 'brainpoolP256r1' },
    ...options,
  });
}

export interface RigOptions extends DirectCardChannelOptions, Partial<ReadPassportRequest> {
  readonly trusted?: readonly SpecimenIssuer[];
}

export async function read(card: VirtualPassport, options: RigOptions = {}): Promise<PassportReading> {
  const { certificates } = decodeTrustList(
    (options.trusted ?? [ISSUER]).map((issuer) => issuer.countryCertificate),
  );
  return await readPassport(openDirectCardChannel(card, options), {
    access: MRZ_ACCESS,
    trust: { certificates, today: TODAY },
    parts: ['face'],
    ...options,
  });
}
