/** Certificates of countries and of their document signers (Doc 9303 part 12, 7.1; RFC 5280). */
import {
  AuthorityKeyIdentifier,
  BasicConstraints,
  Certificate,
  type Extensions,
  id_ce_authorityKeyIdentifier,
  id_ce_basicConstraints,
  id_ce_subjectKeyIdentifier,
  type Name,
  SubjectKeyIdentifier,
  type TBSCertificate,
} from '@peculiar/asn1-x509';
import { hexText } from '../bytes/bytes.ts';
import { malformed } from '../emrtd-error.ts';
import { readAsn } from './read-asn.ts';

export interface PassportCertificate {
  readonly certificate: Certificate;
  /** What its issuer signed. */
  readonly signedBytes: Uint8Array;
  /** Such as `C=ID,O=…`; one spelling for names that RFC 5280 (7.1) calls the same. */
  readonly subject: string;
  readonly issuer: string;
  /** Hexadecimal. */
  readonly serialNumber: string;
  /** Hexadecimal; null where the extension is missing. */
  readonly keyIdentifier: string | null;
  readonly issuerKeyIdentifier: string | null;
  /** Both `YYYY-MM-DD`, in UTC, and both days included. */
  readonly validFrom: string;
  readonly validUntil: string;
  /** Whether it may sign other certificates. */
  readonly isAuthority: boolean;
}

/** Throws `malformed`. The key itself may still be of a kind that is not supported. */
export function decodePassportCertificate(bytes: Uint8Array): PassportCertificate {
  return passportCertificate(readAsn('A certificate', bytes, Certificate));
}

export function passportCertificate(certificate: Certificate): PassportCertificate {
  const { tbsCertificate, tbsCertificateRaw } = certificate;
  if (!tbsCertificateRaw) throw malformed('A certificate does not show what was signed');
  const extensions = tbsCertificate.extensions;
  const ownKey = extension(extensions, id_ce_subjectKeyIdentifier, SubjectKeyIdentifier);
  const issuerKey = extension(
    extensions,
    id_ce_authorityKeyIdentifier,
    AuthorityKeyIdentifier,
  )?.keyIdentifier;
  return {
    certificate,
    signedBytes: new Uint8Array(tbsCertificateRaw),
    subject: nameText(tbsCertificate.subject),
    issuer: nameText(tbsCertificate.issuer),
    serialNumber: serialNumberText(tbsCertificate.serialNumber),
    keyIdentifier: ownKey ? hexText(new Uint8Array(ownKey.buffer)) : null,
    issuerKeyIdentifier: issuerKey ? hexText(new Uint8Array(issuerKey.buffer)) : null,
    ...validity(tbsCertificate),
    isAuthority: extension(extensions, id_ce_basicConstraints, BasicConstraints)?.cA ?? false,
  };
}

/** Case and runs of blanks make no difference, nor does the kind of string: issuers are known to vary all three. */
export function nameText(name: Name): string {
  return name
    .flatMap((part) => [...part])
    .map(
      ({ type, value }) =>
        `${SHORT_NAMES.get(type) ?? type}=${value.toString().trim().replaceAll(/\s+/g, ' ')}`,
    )
    .join(',')
    .toUpperCase();
}

export function serialNumberText(serialNumber: ArrayBuffer): string {
  return hexText(new Uint8Array(serialNumber)).replace(/^(00)+/, '');
}

const SHORT_NAMES: ReadonlyMap<string, string> = new Map([
  ['2.5.4.6', 'C'],
  ['2.5.4.10', 'O'],
  ['2.5.4.11', 'OU'],
  ['2.5.4.3', 'CN'],
  ['2.5.4.5', 'serialNumber'],
]);

function validity(tbsCertificate: TBSCertificate): { validFrom: string; validUntil: string } {
  try {
    const { notBefore, notAfter } = tbsCertificate.validity;
    return { validFrom: day(notBefore.getTime()), validUntil: day(notAfter.getTime()) };
  } catch (cause) {
    throw malformed('A certificate has no readable validity', cause);
  }
}

function day(time: { toISOString(): string }): string {
  return time.toISOString().slice(0, 10);
}

function extension<Structure>(
  extensions: Extensions | undefined,
  identifier: string,
  structure: new () => Structure,
): Structure | null {
  const found = extensions?.find((candidate) => candidate.extnID === identifier);
  if (!found) return null;
  return readAsn('An extension of a certificate', new Uint8Array(found.extnValue.buffer), structure);
}
