/**
 * An invented country: the key that signs document signers, one document signer, and security objects signed by it
 * (Doc 9303 part 12, 7.1; RFC 5280; RFC 5652).
 */
import { digest, type HashName } from '../../emrtd/crypto/hash.ts';
import { tlv } from './chip-tlv.ts';
import {
  createSpecimenKey,
  hashIdentifier,
  integer,
  type SpecimenAlgorithm,
  type SpecimenKey,
} from './specimen-key.ts';

export interface SpecimenIssuerOptions {
  /** Two issuers of one seed are the same, as long as neither uses RSA. */
  readonly seed: string;
  /** Key of the country. */
  readonly country?: SpecimenAlgorithm;
  /** Key of its document signer. */
  readonly signer?: SpecimenAlgorithm;
  /** `YYMMDD` and `YYMMDD`, years 2000 to 2049. */
  readonly validFrom?: string;
  readonly validUntil?: string;
  /** Version 0 signs no LDS version; 1 does. */
  readonly securityObjectVersion?: 0 | 1;
}

export interface SpecimenIssuer {
  /** DER, what a trust list takes. */
  readonly countryCertificate: Uint8Array;
  readonly signerCertificate: Uint8Array;
  /** EF.SOD over whole data group files, by number. */
  signSecurityObject(dataGroups: ReadonlyMap<number, Uint8Array>): Uint8Array;
}

const DEFAULT_ALGORITHM: SpecimenAlgorithm = { kind: 'ecdsa', curve: 'brainpoolP256r1', hash: 'sha256' };
const CERTIFICATE_SIGN = 0x06;
const DIGITAL_SIGNATURE = 0x80;
const LDS_SECURITY_OBJECT = tlv(0x06, Buffer.of(0x67, 0x81, 0x08, 0x01, 0x01, 0x01));

export function createSpecimenIssuer(options: SpecimenIssuerOptions): SpecimenIssuer {
  const country = createSpecimenKey(options.country ?? DEFAULT_ALGORITHM, `${options.seed} country`);
  const signer = createSpecimenKey(options.signer ?? DEFAULT_ALGORITHM, `${options.seed} signer`);
  const countryName = distinguishedName('CSCA SPESIMEN');
  const signerName = distinguishedName('PENANDA TANGAN SPESIMEN');
  const validity = [options.validFrom ?? '200101', options.validUntil ?? '491231'] as const;
  const certify = (subject: Buffer, key: SpecimenKey, serial: bigint, isCountry: boolean) =>
    certificate({ issuer: countryName, issuerKey: country, subject, key, serial, validity, isCountry });
  const signerSerial = 2n;
  const countryCertificate = certify(countryName, country, 1n, true);
  const signerCertificate = certify(signerName, signer, signerSerial, false);

  return {
    countryCertificate,
    signerCertificate,
    signSecurityObject(dataGroups) {
      const content = securityObject(dataGroups, signer.hash, options.securityObjectVersion ?? 0);
      return signedData(content, signer, signerCertificate, countryName, signerSerial);
    },
  };
}

function securityObject(groups: ReadonlyMap<number, Uint8Array>, hash: HashName, version: 0 | 1): Buffer {
  const hashes = [...groups].map(([number, bytes]) =>
    tlv(0x30, integer(BigInt(number)), tlv(0x04, digest(hash, bytes))),
  );
  const versionInfo = tlv(0x30, tlv(0x13, Buffer.from('0108')), tlv(0x13, Buffer.from('040000')));
  return tlv(
    0x30,
    integer(BigInt(version)),
    hashIdentifier(hash),
    tlv(0x30, ...hashes),
    version === 1 ? versionInfo : Buffer.alloc(0),
  );
}

function signedData(
  content: Buffer,
  signer: SpecimenKey,
  signerCertificate: Buffer,
  issuer: Buffer,
  serial: bigint,
): Buffer {
  const pkcs9 = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09];
  const attributes = Buffer.concat([
    tlv(0x30, tlv(0x06, Buffer.of(...pkcs9, 3)), tlv(0x31, LDS_SECURITY_OBJECT)),
    tlv(0x30, tlv(0x06, Buffer.of(...pkcs9, 4)), tlv(0x31, tlv(0x04, digest(signer.hash, content)))),
  ]);
  const signerInfo = tlv(
    0x30,
    integer(1n),
    tlv(0x30, issuer, integer(serial)),
    hashIdentifier(signer.hash),
    tlv(0xa0, attributes),
    signer.algorithmIdentifier,
    tlv(0x04, signer.sign(tlv(0x31, attributes))),
  );
  const signed = tlv(
    0x30,
    integer(3n),
    tlv(0x31, hashIdentifier(signer.hash)),
    tlv(0x30, LDS_SECURITY_OBJECT, tlv(0xa0, tlv(0x04, content))),
    tlv(0xa0, signerCertificate),
    tlv(0x31, signerInfo),
  );
  const signedDataType = tlv(0x06, Buffer.of(0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02));
  return tlv(0x77, tlv(0x30, signedDataType, tlv(0xa0, signed)));
}

interface CertificateFields {
  readonly issuer: Buffer;
  readonly issuerKey: SpecimenKey;
  readonly subject: Buffer;
  readonly key: SpecimenKey;
  readonly serial: bigint;
  readonly validity: readonly [from: string, until: string];
  readonly isCountry: boolean;
}

function certificate(fields: CertificateFields): Buffer {
  const { issuerKey } = fields;
  const time = (date: string, clock: string) => tlv(0x17, Buffer.from(`${date}${clock}Z`));
  const [from, until] = fields.validity;
  const signed = tlv(
    0x30,
    tlv(0xa0, integer(2n)),
    integer(fields.serial),
    issuerKey.algorithmIdentifier,
    fields.issuer,
    tlv(0x30, time(from, '000000'), time(until, '235959')),
    fields.subject,
    fields.key.publicKeyInfo,
    tlv(0xa3, tlv(0x30, ...extensions(fields))),
  );
  return tlv(0x30, signed, issuerKey.algorithmIdentifier, tlv(0x03, Buffer.of(0), issuerKey.sign(signed)));
}

function extensions({ isCountry, key, issuerKey }: CertificateFields): readonly Buffer[] {
  const critical = Buffer.of(0x01, 0x01, 0xff);
  const usage = tlv(0x03, Buffer.of(isCountry ? 1 : 7, isCountry ? CERTIFICATE_SIGN : DIGITAL_SIGNATURE));
  return [
    extension(0x0e, tlv(0x04, keyIdentifier(key))),
    extension(0x23, tlv(0x30, tlv(0x80, keyIdentifier(issuerKey)))),
    extension(0x0f, usage, critical),
    ...(isCountry ? [extension(0x13, tlv(0x30, critical, integer(0n)), critical)] : []),
  ];
}

/** An extension of id-ce, 2.5.29. */
function extension(arc: number, value: Buffer, critical = Buffer.alloc(0)): Buffer {
  return tlv(0x30, tlv(0x06, Buffer.of(0x55, 0x1d, arc)), critical, tlv(0x04, value));
}

function keyIdentifier(key: SpecimenKey): Uint8Array {
  return digest('sha1', key.publicKeyInfo);
}

function distinguishedName(commonName: string): Buffer {
  const part = (arc: number, tag: number, text: string) =>
    tlv(0x31, tlv(0x30, tlv(0x06, Buffer.of(0x55, 0x04, arc)), tlv(tag, Buffer.from(text))));
  return tlv(0x30, part(6, 0x13, 'ID'), part(10, 0x0c, 'SPESIMEN'), part(3, 0x0c, commonName));
}
