/**
 * Passive authentication (Doc 9303 part 11, 5.1): is what was read what the issuing country signed? Three answers, of
 * which only `failed` is an alarm: many countries' certificates are in no public list.
 */

import { equalBytes } from '../bytes/bytes.ts';
import { digest, type HashName } from '../crypto/hash.ts';
import { EmrtdError } from '../emrtd-error.ts';
import type { PassportCertificate } from './passport-certificate.ts';
import { type PublicKey, publicKeyOf } from './public-key.ts';
import { LDS_SECURITY_OBJECT, type SecurityObject } from './security-object.ts';
import { signatureAlgorithm } from './signature-algorithm.ts';
import { verifySignature } from './verify-signature.ts';

export type PassiveAuthentication =
  | { readonly kind: 'verified'; readonly issuer: string }
  /** Nothing is wrong as far as can be told. `unsupported`: it is signed in a way this driver does not know. */
  | {
      readonly kind: 'unknown-issuer';
      readonly reason: 'not-in-trust-list' | 'unsupported';
      readonly issuer: string | null;
    }
  | { readonly kind: 'failed'; readonly reason: PassiveFailure };

/**
 * - `no-security-object`: EF.SOD is missing or cannot be read
 * - `data-group-changed`: a data group is not the one that was signed
 * - `signature-wrong`: the signature over the security object does not hold
 * - `no-signer`: EF.SOD does not carry the certificate of its signer, and the trust list has it neither
 * - `signer-forged`: the country whose key is named did not sign the signer's certificate
 * - `signer-out-of-date`, `issuer-out-of-date`: not valid at the date asked about
 */
export type PassiveFailure =
  | 'no-security-object'
  | 'data-group-changed'
  | 'signature-wrong'
  | 'no-signer'
  | 'signer-forged'
  | 'signer-out-of-date'
  | 'issuer-out-of-date';

export interface Trust {
  readonly certificates: readonly PassportCertificate[];
  /** The date validity is judged at, `YYYY-MM-DD`. */
  readonly today: string;
}

/** `dataGroups` are those read, by number, as their whole files. */
export function authenticatePassively(
  securityObject: SecurityObject,
  dataGroups: ReadonlyMap<number, Uint8Array>,
  trust: Trust,
): PassiveAuthentication {
  try {
    return judge(securityObject, dataGroups, trust);
  } catch (error) {
    if (!(error instanceof EmrtdError)) throw error;
    if (error.kind !== 'unsupported') return failed('signature-wrong');
    return { kind: 'unknown-issuer', reason: 'unsupported', issuer: null };
  }
}

function judge(
  securityObject: SecurityObject,
  dataGroups: ReadonlyMap<number, Uint8Array>,
  trust: Trust,
): PassiveAuthentication {
  const { hash, hashes } = securityObject.content;
  for (const [number, bytes] of dataGroups) {
    const signed = hashes.get(number);
    if (!signed || !equalBytes(signed, digest(hash, bytes))) return failed('data-group-changed');
  }
  const carried = securityObject.certificates.find((candidate) => isSigner(candidate, securityObject));
  const trusted = trust.certificates.find((candidate) => isSigner(candidate, securityObject));
  const signer = carried ?? trusted;
  if (!signer) return failed('no-signer');
  if (!isSignedBy(securityObject, signer)) return failed('signature-wrong');
  if (!isValidAt(signer, trust.today)) return failed('signer-out-of-date');
  if (trusted && equalBytes(trusted.signedBytes, signer.signedBytes)) {
    return { kind: 'verified', issuer: signer.issuer };
  }
  return judgeSigner(signer, trust);
}

function judgeSigner(signer: PassportCertificate, trust: Trust): PassiveAuthentication {
  const candidates = trust.certificates.filter((candidate) => mayHaveIssued(candidate, signer));
  const issuer = candidates.find((candidate) => hasIssued(candidate, signer));
  if (issuer) {
    if (!isValidAt(issuer, trust.today)) return failed('issuer-out-of-date');
    return { kind: 'verified', issuer: issuer.subject };
  }
  const named = candidates.some((candidate) => candidate.keyIdentifier === signer.issuerKeyIdentifier);
  if (named && signer.issuerKeyIdentifier) return failed('signer-forged');
  return { kind: 'unknown-issuer', reason: 'not-in-trust-list', issuer: signer.issuer };
}

function isSigner(candidate: PassportCertificate, { signer }: SecurityObject): boolean {
  const { identity } = signer;
  if (identity.kind === 'key-identifier') return candidate.keyIdentifier === identity.keyIdentifier;
  return candidate.issuer === identity.issuer && candidate.serialNumber === identity.serialNumber;
}

function isSignedBy(securityObject: SecurityObject, certificate: PassportCertificate): boolean {
  const { signer, contentBytes } = securityObject;
  const key = publicKeyOf(certificate.certificate.tbsCertificate.subjectPublicKeyInfo);
  const algorithm = signatureAlgorithm(signer.algorithm, signer.parameters, signer.digestHash);
  if (!signer.attributes) return verifySignature(algorithm, key, contentBytes, signer.signature);
  const { bytes, contentType, messageDigest } = signer.attributes;
  const hash: HashName = signer.digestHash ?? algorithm.hash;
  return (
    contentType === LDS_SECURITY_OBJECT &&
    messageDigest !== null &&
    equalBytes(messageDigest, digest(hash, contentBytes)) &&
    verifySignature(algorithm, key, bytes, signer.signature)
  );
}

/** By key identifier where both have one, else by name: a country keeps its name when it changes its key. */
function mayHaveIssued(candidate: PassportCertificate, signer: PassportCertificate): boolean {
  if (!candidate.isAuthority) return false;
  if (candidate.keyIdentifier && signer.issuerKeyIdentifier) {
    return candidate.keyIdentifier === signer.issuerKeyIdentifier;
  }
  return candidate.subject === signer.issuer;
}

/** A candidate that cannot be read speaks neither for nor against the signer: it makes the case `unsupported`. */
function hasIssued(candidate: PassportCertificate, signer: PassportCertificate): boolean {
  const { signatureAlgorithm: identifier, signatureValue } = signer.certificate;
  const parameters = identifier.parameters ? new Uint8Array(identifier.parameters) : null;
  const algorithm = signatureAlgorithm(identifier.algorithm, parameters);
  return verifySignature(algorithm, keyOf(candidate), signer.signedBytes, new Uint8Array(signatureValue));
}

function keyOf(candidate: PassportCertificate): PublicKey {
  try {
    return publicKeyOf(candidate.certificate.tbsCertificate.subjectPublicKeyInfo);
  } catch (cause) {
    throw new EmrtdError('unsupported', 'A trusted certificate has a key that cannot be read', { cause });
  }
}

function isValidAt(certificate: PassportCertificate, today: string): boolean {
  return certificate.validFrom <= today && today <= certificate.validUntil;
}

function failed(reason: PassiveFailure): PassiveAuthentication {
  return { kind: 'failed', reason };
}
