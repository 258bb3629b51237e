import { EmrtdError } from '../emrtd-error.ts';
import { decodePassportCertificate, type PassportCertificate } from './passport-certificate.ts';

export interface TrustList {
  /** Certificates of countries, and of document signers where a country publishes only those. */
  readonly certificates: readonly PassportCertificate[];
  /** How many of the given ones could not be read. */
  readonly unreadable: number;
}

/** Takes certificates as DER. One that cannot be read costs itself, not the list. */
export function decodeTrustList(certificates: readonly Uint8Array[]): TrustList {
  const decoded = certificates.map(decodeOrNull).filter((certificate) => certificate !== null);
  return { certificates: decoded, unreadable: certificates.length - decoded.length };
}

function decodeOrNull(bytes: Uint8Array): PassportCertificate | null {
  try {
    return decodePassportCertificate(bytes);
  } catch (error) {
    if (error instanceof EmrtdError) return null;
    throw error;
  }
}
