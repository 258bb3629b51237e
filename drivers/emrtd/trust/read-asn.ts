import { AsnConvert } from '@peculiar/asn1-schema';
import { malformed } from '../emrtd-error.ts';

/** A structure out of DER. Whatever the parser throws becomes `malformed`. */
export function readAsn<Structure>(
  what: string,
  bytes: Uint8Array,
  structure: new () => Structure,
): Structure {
  try {
    // A copy of its own: the parser keeps views into what it is given.
    return AsnConvert.parse(bytes.slice(), structure);
  } catch (cause) {
    throw malformed(`${what} cannot be read`, cause);
  }
}
