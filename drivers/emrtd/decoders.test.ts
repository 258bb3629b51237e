/** Every decoder, given any bytes at all or whole files with a few bytes changed: a value or an `EmrtdError`. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { choosePaceProtocol } from './access/pace-protocol.ts';
import { decodeSecurityInfos } from './access/security-infos.ts';
import { decodeResponse } from './apdu/response-apdu.ts';
import { decodeObjectIdentifier, encodeObjectIdentifier } from './bytes/object-identifier.ts';
import { encodeTlv, readTlv, readTlvHeader, readTlvs } from './bytes/tlv.ts';
import { activeAuthenticationAlgorithm, chipAuthenticationKey, decodeDg14 } from './chip/dg14.ts';
import { cipherSuite, sessionKeys } from './crypto/cipher-suite.ts';
import { EmrtdError } from './emrtd-error.ts';
import { extendedLengthOfAtr, responseLimitOfAtrInfo } from './files/transfer-limits.ts';
import { decodeDg1 } from './lds/dg1.ts';
import { decodeDg2 } from './lds/dg2.ts';
import { decodeDg11 } from './lds/dg11.ts';
import { decodeDg12 } from './lds/dg12.ts';
import { decodePassportIndex } from './lds/ef-com.ts';
import { jpeg2000Size } from './lds/jpeg2000-size.ts';
import { unprotectResponse } from './secure-messaging/unprotect-response.ts';
import { ALL_PARTS, ISSUER, passport, read } from './testing/passport-rig.ts';
import { authenticatePassively } from './trust/passive-authentication.ts';
import { decodePassportCertificate } from './trust/passport-certificate.ts';
import { decodePublicKey } from './trust/public-key.ts';
import { decodeSecurityObject } from './trust/security-object.ts';
import { signatureAlgorithm } from './trust/signature-algorithm.ts';

const KEYS = sessionKeys(cipherSuite('aes-128'), new Uint8Array(16));

const DECODERS: Readonly<Record<string, (bytes: Uint8Array) => unknown>> = {
  readTlv,
  readTlvs,
  readTlvHeader,
  decodeObjectIdentifier,
  decodeResponse,
  decodeSecurityInfos: (bytes) => choosePaceProtocol(decodeSecurityInfos(bytes)),
  decodeDg1,
  decodeDg2,
  decodeDg11,
  decodeDg12,
  decodeDg14: (bytes) => [
    chipAuthenticationKey(decodeDg14(bytes)),
    activeAuthenticationAlgorithm(decodeDg14(bytes)),
  ],
  decodePassportIndex,
  jp2Size: (bytes) => jpeg2000Size('jp2', bytes),
  j2kSize: (bytes) => jpeg2000Size('j2k', bytes),
  extendedLengthOfAtr,
  responseLimitOfAtrInfo,
  decodePublicKey,
  decodePassportCertificate,
  decodeSecurityObject: (bytes) =>
    authenticatePassively(decodeSecurityObject(bytes), new Map(), { certificates: [], today: '2026-01-01' }),
  pssParameters: (bytes) => signatureAlgorithm('1.2.840.113549.1.1.10', bytes),
  unprotectResponse: (bytes) => unprotectResponse(bytes, KEYS, new Uint8Array(16), false),
};

function settles(decode: (bytes: Uint8Array) => unknown, bytes: Uint8Array) {
  try {
    decode(bytes);
  } catch (error) {
    if (!(error instanceof EmrtdError)) throw error;
  }
}

test.each(Object.entries(DECODERS))('%s takes any bytes', (_, decode) => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => settles(decode, bytes)),
    { numRuns: 300 },
  );
});

test('every decoder takes files with a few bytes changed or cut', async () => {
  const card = passport({
    chipAuthentication: { cipher: 'aes-128', curve: 'P-256' },
    activeAuthentication: { curve: 'P-256' },
  });
  const { files } = await read(card, { parts: ALL_PARTS });
  const whole = [...files.values(), ISSUER.countryCertificate];
  fc.assert(
    fc.property(
      fc.constantFrom(...whole),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 }),
      fc.nat(20),
      (file, changes, cut) => {
        const bytes = file.slice(0, file.length - cut);
        for (const [at, byte] of changes) bytes[at % Math.min(bytes.length, 600)] = byte;
        for (const decode of Object.values(DECODERS)) settles(decode, bytes);
      },
    ),
    { numRuns: 400 },
  );
});

test('data objects come back as they were written', () => {
  const tag = fc.constantFrom(0x30, 0x87, 0x5f1f, 0x7f66, 0x7f2e);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(tag, fc.uint8Array({ maxLength: 70_000 })), { maxLength: 5 }),
      (objects) => {
        const bytes = Buffer.concat(objects.map(([name, value]) => encodeTlv(name, value)));
        const back = readTlvs(Uint8Array.from(bytes)).map((object) => [object.tag, object.value]);
        expect(back).toEqual(objects);
      },
    ),
    { numRuns: 30 },
  );
});

test.each([
  ['an indefinite length', [0x30, 0x80, 0x00, 0x00]],
  ['a length of six bytes', [0x30, 0x85, 1, 1, 1, 1, 1]],
  ['a tag of four bytes', [0x5f, 0x81, 0x81, 0x01, 0x00]],
  ['a filler between objects', [0x00, 0x00]],
  ['more promised than there is', [0x30, 0x84, 0xff, 0xff, 0xff, 0xff, 0x01]],
])('%s is no data object', (_, bytes) => {
  expect(() => readTlvs(Uint8Array.from(bytes))).toThrow(EmrtdError);
});

test('object identifiers are read and written', () => {
  for (const dotted of [
    '0.4.0.127.0.7.2.2.4.2.2',
    '1.2.840.113549.1.7.2',
    '2.23.136.1.1.1',
    '2.16.840.1.101.3.4.2.1',
  ]) {
    expect(decodeObjectIdentifier(encodeObjectIdentifier(dotted))).toBe(dotted);
  }
});
