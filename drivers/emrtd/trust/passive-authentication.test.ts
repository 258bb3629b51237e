import { expect, test } from 'vitest';
import { createSpecimenIssuer } from '../../virtual/emrtd/specimen-issuer.ts';
import { authenticatePassively } from './passive-authentication.ts';
import { decodePassportCertificate, type PassportCertificate } from './passport-certificate.ts';
import { decodeSecurityObject, type SecurityObject } from './security-object.ts';
import { decodeTrustList } from './trust-list.ts';

const ISSUER = createSpecimenIssuer({ seed: 'spesimen' });
const OTHER = createSpecimenIssuer({ seed: 'negeri lain' });
const DG1 = Uint8Array.of(0x61, 0x01, 0x00);
const DG2 = Uint8Array.of(0x75, 0x01, 0x00);
const GROUPS = new Map([
  [1, DG1],
  [2, DG2],
]);
const SOD = decodeSecurityObject(ISSUER.signSecurityObject(GROUPS));
const COUNTRY = decodePassportCertificate(ISSUER.countryCertificate);
const SIGNER = decodePassportCertificate(ISSUER.signerCertificate);
const VERIFIED = { kind: 'verified', issuer: COUNTRY.subject };

function judge(
  sod: SecurityObject = SOD,
  certificates: readonly PassportCertificate[] = [COUNTRY],
  groups: ReadonlyMap<number, Uint8Array> = GROUPS,
) {
  return authenticatePassively(sod, groups, { certificates, today: '2026-06-01' });
}

function withAttributes(
  change: Partial<NonNullable<SecurityObject['signer']['attributes']>>,
): SecurityObject {
  const { attributes } = SOD.signer;
  if (!attributes) throw new Error('the specimen signs attributes');
  return { ...SOD, signer: { ...SOD.signer, attributes: { ...attributes, ...change } } };
}

test('what the country signed is verified, all of it or some', () => {
  expect(judge()).toEqual(VERIFIED);
  expect(judge(SOD, [COUNTRY], new Map([[1, DG1]]))).toEqual(VERIFIED);
});

test.each([
  ['a group that is not listed', new Map([[3, DG1]])],
  ['a group with another content', new Map([[1, DG2]])],
])('%s is changed', (_, groups) => {
  expect(judge(SOD, [COUNTRY], groups)).toEqual({ kind: 'failed', reason: 'data-group-changed' });
});

test.each([
  ['content other than what the attributes digest', { ...SOD, contentBytes: DG1 }],
  ['attributes of another content type', withAttributes({ contentType: '1.2.840.113549.1.7.1' })],
  ['attributes without a type', withAttributes({ contentType: null })],
  ['attributes without a digest', withAttributes({ messageDigest: null })],
  ['attributes other than those signed', withAttributes({ bytes: DG1 })],
  ['no attributes where they were signed', { ...SOD, signer: { ...SOD.signer, attributes: null } }],
  ['no signature', { ...SOD, signer: { ...SOD.signer, signature: new Uint8Array() } }],
])('%s: the signature does not hold', (_, sod) => {
  expect(judge(sod)).toEqual({ kind: 'failed', reason: 'signature-wrong' });
});

test('a signer that is not carried along may be in the trust list, and is trusted there', () => {
  const bare = { ...SOD, certificates: [] };
  expect(judge(bare)).toEqual({ kind: 'failed', reason: 'no-signer' });
  expect(judge(bare, [SIGNER])).toMatchObject({ kind: 'verified' });
  expect(judge(SOD, [SIGNER])).toMatchObject({ kind: 'verified' });
});

test('a trusted certificate that may not sign others signs none', () => {
  expect(judge(SOD, [{ ...COUNTRY, isAuthority: false }])).toMatchObject({ kind: 'unknown-issuer' });
});

test('a signer that the country with the named key did not sign is forged', () => {
  const otherKey = {
    ...decodePassportCertificate(OTHER.countryCertificate),
    keyIdentifier: COUNTRY.keyIdentifier,
  };
  expect(judge(SOD, [otherKey])).toEqual({ kind: 'failed', reason: 'signer-forged' });
  // By name alone nothing is proved: countries keep their name when they change their key.
  expect(judge(SOD, [{ ...otherKey, keyIdentifier: null }])).toMatchObject({ kind: 'unknown-issuer' });
  expect(judge(SOD, [{ ...COUNTRY, keyIdentifier: null }])).toEqual(VERIFIED);
});

test('a country whose certificate has run out is out of date', () => {
  expect(judge(SOD, [{ ...COUNTRY, validUntil: '2026-05-31' }])).toEqual({
    kind: 'failed',
    reason: 'issuer-out-of-date',
  });
});

test('a way of signing that is not known raises no alarm', () => {
  const unknown = { ...SOD, signer: { ...SOD.signer, algorithm: '1.2.3.4' } };
  expect(judge(unknown)).toEqual({ kind: 'unknown-issuer', reason: 'unsupported', issuer: null });
});

test('both versions of the security object are read', () => {
  const issuer = createSpecimenIssuer({ seed: 'spesimen', securityObjectVersion: 1 });
  expect(SOD.content.ldsVersion).toBeNull();
  expect(decodeSecurityObject(issuer.signSecurityObject(GROUPS)).content).toMatchObject({
    ldsVersion: '0108',
  });
});

test('a trust list keeps what can be read and counts the rest', () => {
  const list = decodeTrustList([ISSUER.countryCertificate, DG1, OTHER.countryCertificate]);
  expect(list.certificates.map((certificate) => certificate.isAuthority)).toEqual([true, true]);
  expect(list.unreadable).toBe(1);
});
