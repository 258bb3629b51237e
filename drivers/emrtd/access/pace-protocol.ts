/** Which way of PACE a chip offers (Doc 9303 part 11, 9.2.1). */
import type { CipherName } from '../crypto/cipher-suite.ts';
import { type Curve, curveOfParameterId } from '../crypto/curve.ts';
import { integerField, type SecurityInfo } from './security-infos.ts';

export interface PaceProtocol {
  readonly objectIdentifier: string;
  readonly cipher: CipherName;
  readonly curve: Curve;
  /** Whether the chip offers this protocol with several curves, so that the one meant must be named (4.4.4.1). */
  readonly ambiguous: boolean;
}

const PACE = '0.4.0.127.0.7.2.2.4.';
const GENERIC_MAPPING = `${PACE}2.`;
const VERSION = 2;

/** The strongest cipher first; elliptic curves and generic mapping only. */
const CIPHERS: ReadonlyMap<string, CipherName> = new Map([
  [`${GENERIC_MAPPING}4`, 'aes-256'],
  [`${GENERIC_MAPPING}3`, 'aes-192'],
  [`${GENERIC_MAPPING}2`, 'aes-128'],
  [`${GENERIC_MAPPING}1`, '3des'],
]);

/** Null when the chip offers no PACE that this driver knows. Throws `malformed`. */
export function choosePaceProtocol(infos: readonly SecurityInfo[]): PaceProtocol | null {
  for (const [objectIdentifier, cipher] of CIPHERS) {
    const curves = infos
      .filter((info) => info.protocol === objectIdentifier && integerField(info, 0) === VERSION)
      .map((info) => curveOfParameterId(integerField(info, 1) ?? -1));
    const curve = curves.find((candidate) => candidate !== null);
    if (curve) return { objectIdentifier, cipher, curve, ambiguous: curves.length > 1 };
  }
  return null;
}

/** Whether the chip offers PACE at all, known to this driver or not. */
export function offersPace(infos: readonly SecurityInfo[]): boolean {
  return infos.some((info) => info.protocol.startsWith(PACE));
}
