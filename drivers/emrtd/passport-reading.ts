/** What comes of reading a passport. */
import type { AccessProtocol } from './access/open-passport.ts';
import type { PassportFile } from './files/passport-file.ts';
import type { PassportMrz } from './lds/dg1.ts';
import type { PersonalDetails } from './lds/dg11.ts';
import type { DocumentDetails } from './lds/dg12.ts';
import type { PassportIndex } from './lds/ef-com.ts';
import type { FaceImage } from './lds/face-image.ts';
import type { PassiveAuthentication } from './trust/passive-authentication.ts';

/**
 * What may be read besides the machine readable zone and the security object:
 * `index` EF.COM, `face` DG2, `personal-details` DG11, `document-details` DG12, `chip` DG14 or DG15 and the proof that
 * the chip is no copy.
 */
export type PassportPart = 'index' | 'face' | 'personal-details' | 'document-details' | 'chip';

/** One part that was asked for, or not. Only `read` carries a value; none of the others spoils the reading. */
export type PartReading<Value> =
  | { readonly kind: 'read'; readonly value: Value }
  | { readonly kind: 'not-asked' }
  | { readonly kind: 'absent' }
  /** The chip keeps it for readers with more rights. */
  | { readonly kind: 'refused'; readonly statusWord: number }
  | { readonly kind: 'unsupported'; readonly message: string }
  | { readonly kind: 'malformed'; readonly message: string };

/**
 * Whether the chip is the one the passport was issued with. It counts only together with `verified` or
 * `unknown-issuer` passive authentication, which covers the chip's public key.
 */
export type ChipGenuineness =
  | { readonly kind: 'genuine'; readonly by: 'chip-authentication' | 'active-authentication' }
  | { readonly kind: 'not-asked' }
  /** The chip has no key to prove itself with, or none of a kind this driver knows. */
  | { readonly kind: 'not-offered' }
  /** It should be able to, and could not: an alarm. */
  | { readonly kind: 'failed'; readonly message: string };

export interface PassportReading {
  readonly protocol: AccessProtocol;
  readonly mrz: PassportMrz;
  readonly face: PartReading<FaceImage>;
  readonly personalDetails: PartReading<PersonalDetails>;
  readonly documentDetails: PartReading<DocumentDetails>;
  readonly index: PartReading<PassportIndex>;
  readonly authenticity: PassiveAuthentication;
  readonly chip: ChipGenuineness;
  /** Everything read with the passport open, as it came. */
  readonly files: ReadonlyMap<PassportFile, Uint8Array>;
  /** Command APDUs it took. */
  readonly exchanges: number;
}

export interface ReadingProgress {
  /** What is under way. */
  readonly step: 'opening' | 'reading' | 'checking';
  /** 0 to 1, never falling. */
  readonly fraction: number;
}
