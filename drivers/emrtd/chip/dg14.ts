/** DG14, how the chip proves that it is the one the passport was issued with (Doc 9303 part 11, 9.2.5 to 9.2.7). */
import { decodeSecurityInfos, integerField, type SecurityInfo } from '../access/security-infos.ts';
import { numberOf } from '../bytes/bytes.ts';
import { decodeObjectIdentifier } from '../bytes/object-identifier.ts';
import { requireValue, unwrapTlv } from '../bytes/tlv.ts';
import type { CipherName } from '../crypto/cipher-suite.ts';
import { EmrtdError } from '../emrtd-error.ts';
import { decodePublicKey, type PublicKey } from '../trust/public-key.ts';

export interface ChipAuthenticationKey {
  readonly objectIdentifier: string;
  readonly cipher: CipherName;
  readonly key: PublicKey & { kind: 'ec' };
  /** Names the key where the chip has several; null where it has one. */
  readonly keyId: number | null;
}

const PUBLIC_KEY_ECDH = '0.4.0.127.0.7.2.2.1.2';
const AUTHENTICATION_ECDH = '0.4.0.127.0.7.2.2.3.2.';
const ACTIVE_AUTHENTICATION = '2.23.136.1.1.5';

const CIPHERS: ReadonlyMap<string, CipherName> = new Map([
  [`${AUTHENTICATION_ECDH}4`, 'aes-256'],
  [`${AUTHENTICATION_ECDH}3`, 'aes-192'],
  [`${AUTHENTICATION_ECDH}2`, 'aes-128'],
  [`${AUTHENTICATION_ECDH}1`, '3des'],
]);

/** Throws `malformed`. */
export function decodeDg14(bytes: Uint8Array): readonly SecurityInfo[] {
  return decodeSecurityInfos(unwrapTlv(bytes, 0x6e));
}

/** The chip's best key for chip authentication with elliptic curves; null when it has none. Throws `malformed`. */
export function chipAuthenticationKey(infos: readonly SecurityInfo[]): ChipAuthenticationKey | null {
  for (const info of infos.filter((candidate) => candidate.protocol === PUBLIC_KEY_ECDH)) {
    const key = knownKey(info);
    if (!key) continue;
    const keyId = integerField(info, 1);
    const offered = [...CIPHERS].find(([identifier]) =>
      infos.some((candidate) => candidate.protocol === identifier && matches(candidate, keyId)),
    );
    // A chip that only shows its key means the oldest way (9.2.5).
    const [objectIdentifier, cipher] = offered ?? [`${AUTHENTICATION_ECDH}1`, '3des'];
    return { objectIdentifier, cipher, key, keyId };
  }
  return null;
}

/** With which algorithm the chip signs for active authentication; null when DG14 does not say. Throws `malformed`. */
export function activeAuthenticationAlgorithm(infos: readonly SecurityInfo[]): string | null {
  const field = infos.find((info) => info.protocol === ACTIVE_AUTHENTICATION)?.fields[1];
  return field ? decodeObjectIdentifier(requireValue([field], 0x06)) : null;
}

function matches(info: SecurityInfo, keyId: number | null): boolean {
  const [version] = info.fields;
  const known = version !== undefined && numberOf(requireValue([version], 0x02).subarray(0, 4)) === 1;
  return known && integerField(info, 1) === keyId;
}

function knownKey(info: SecurityInfo): (PublicKey & { kind: 'ec' }) | null {
  const [field] = info.fields;
  if (!field) return null;
  try {
    const key = decodePublicKey(field.bytes);
    return key.kind === 'ec' ? key : null;
  } catch (error) {
    if (error instanceof EmrtdError && error.kind === 'unsupported') return null;
    throw error;
  }
}
