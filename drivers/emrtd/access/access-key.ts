import { missingCase } from '../../missing-case.ts';
import { asciiBytes } from '../bytes/bytes.ts';
import { digest } from '../crypto/hash.ts';
import { EmrtdError } from '../emrtd-error.ts';
import { type MrzKey, mrzInformation } from './mrz-information.ts';

/** What its holder's passport shows to those who may open it. */
export type AccessKey =
  | ({ readonly kind: 'mrz' } & MrzKey)
  /** The card access number printed on the data page: digits, usually six. */
  | { readonly kind: 'can'; readonly number: string };

/** The seed of the document basic access keys (Doc 9303 part 11, 4.3.2). */
export function bacSeed(key: MrzKey): Uint8Array {
  return digest('sha1', asciiBytes(mrzInformation(key))).slice(0, 16);
}

export interface PacePassword {
  /** Which password it is: 1 for the machine readable zone, 2 for the card access number (4.4.4.1). */
  readonly reference: 1 | 2;
  /** The password as the key derivation takes it (9.7.3). */
  readonly secret: Uint8Array;
}

export function pacePassword(key: AccessKey): PacePassword {
  switch (key.kind) {
    case 'mrz':
      return { reference: 1, secret: digest('sha1', asciiBytes(mrzInformation(key))) };
    case 'can':
      if (!/^[0-9]{1,16}$/.test(key.number)) {
        throw new EmrtdError('wrong-key', 'A card access number has digits only');
      }
      return { reference: 2, secret: asciiBytes(key.number) };
    default:
      return missingCase(key);
  }
}
