/** How a signature is made, out of its algorithm identifier (Doc 9303 part 12, 4.4; RFC 4055; RFC 5758). */
import { numberOf } from '../bytes/bytes.ts';
import { decodeObjectIdentifier } from '../bytes/object-identifier.ts';
import { findValue, readTlvs, requireValue, unwrapTlv } from '../bytes/tlv.ts';
import { type HashName, hashOfIdentifier } from '../crypto/hash.ts';
import { EmrtdError } from '../emrtd-error.ts';

export type SignatureAlgorithm =
  | { readonly kind: 'rsa-pkcs1'; readonly hash: HashName }
  | { readonly kind: 'rsa-pss'; readonly hash: HashName; readonly saltLength: number }
  /** `plain` is r and s side by side (BSI TR-03111, 5.2.1); otherwise both stand in a sequence. */
  | { readonly kind: 'ecdsa'; readonly hash: HashName; readonly plain: boolean };

const RSA_PKCS1 = '1.2.840.113549.1.1.';
const RSA_PSS = '1.2.840.113549.1.1.10';
const ECDSA = '1.2.840.10045.4.';
const ECDSA_PLAIN = '0.4.0.127.0.7.1.1.4.1.';
const MASK_GENERATION_1 = '1.2.840.113549.1.1.8';

const HASH_OF: ReadonlyMap<string, HashName> = new Map([
  [`${RSA_PKCS1}5`, 'sha1'],
  [`${RSA_PKCS1}14`, 'sha224'],
  [`${RSA_PKCS1}11`, 'sha256'],
  [`${RSA_PKCS1}12`, 'sha384'],
  [`${RSA_PKCS1}13`, 'sha512'],
  [`${ECDSA}1`, 'sha1'],
  [`${ECDSA}3.1`, 'sha224'],
  [`${ECDSA}3.2`, 'sha256'],
  [`${ECDSA}3.3`, 'sha384'],
  [`${ECDSA}3.4`, 'sha512'],
  [`${ECDSA_PLAIN}1`, 'sha1'],
  [`${ECDSA_PLAIN}2`, 'sha224'],
  [`${ECDSA_PLAIN}3`, 'sha256'],
  [`${ECDSA_PLAIN}4`, 'sha384'],
  [`${ECDSA_PLAIN}5`, 'sha512'],
]);

/**
 * `digestHash` is the one a CMS signer names beside the algorithm, for those that write only the kind of their key.
 * Throws `unsupported`, or `malformed` for parameters that cannot be read.
 */
export function signatureAlgorithm(
  identifier: string,
  parameters: Uint8Array | null,
  digestHash: HashName | null = null,
): SignatureAlgorithm {
  if (identifier === RSA_PSS) return pssParameters(parameters);
  const isKeyKind = identifier === `${RSA_PKCS1}1` || identifier === '1.2.840.10045.2.1';
  const hash = isKeyKind ? digestHash : HASH_OF.get(identifier);
  if (!hash) throw new EmrtdError('unsupported', `A signature is of the unknown kind ${identifier}`);
  if (identifier.startsWith(RSA_PKCS1)) return { kind: 'rsa-pkcs1', hash };
  return { kind: 'ecdsa', hash, plain: identifier.startsWith(ECDSA_PLAIN) };
}

/** RSASSA-PSS-params (RFC 4055, 3.1): each left out stands for SHA-1 and a salt of 20 bytes. */
function pssParameters(parameters: Uint8Array | null): SignatureAlgorithm {
  const fields = parameters ? readTlvs(unwrapTlv(parameters, 0x30)) : [];
  const hashField = findValue(fields, 0xa0);
  const maskField = findValue(fields, 0xa1);
  const saltField = findValue(fields, 0xa2);
  const hash = hashField ? hashOfAlgorithm(hashField) : 'sha1';
  const maskHash = maskField ? maskHashOf(maskField) : 'sha1';
  if (!hash || maskHash !== hash) {
    throw new EmrtdError('unsupported', 'An RSA-PSS signature mixes hashes or uses an unknown one');
  }
  return { kind: 'rsa-pss', hash, saltLength: saltField ? numberOf(unwrapTlv(saltField, 0x02)) : 20 };
}

function maskHashOf(field: Uint8Array): HashName | null {
  const [generator, parameters] = readTlvs(unwrapTlv(field, 0x30));
  if (!generator || decodeObjectIdentifier(requireValue([generator], 0x06)) !== MASK_GENERATION_1)
    return null;
  return parameters ? hashOfAlgorithm(parameters.bytes) : null;
}

function hashOfAlgorithm(field: Uint8Array): HashName | null {
  return hashOfIdentifier(decodeObjectIdentifier(requireValue(readTlvs(unwrapTlv(field, 0x30)), 0x06)));
}
