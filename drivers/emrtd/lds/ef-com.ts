/** EF.COM, the unsigned index of a passport (Doc 9303 part 10, 4.7.1). */
import { asciiText } from '../bytes/bytes.ts';
import { readTlvs, requireValue, unwrapTlv } from '../bytes/tlv.ts';
import { malformed } from '../emrtd-error.ts';

export interface PassportIndex {
  /** Such as `1.7`. */
  readonly ldsVersion: string;
  /** Such as `4.0.0`. */
  readonly unicodeVersion: string;
  /** Numbers of the data groups that are said to be there, in the order given. */
  readonly dataGroups: readonly number[];
}

/** Tags of DG1 to DG16. */
const DATA_GROUP_TAGS = [
  0x61, 0x75, 0x63, 0x76, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6a, 0x6b, 0x6c, 0x6d, 0x6e, 0x6f, 0x70,
];

/** Throws `malformed`. */
export function decodePassportIndex(bytes: Uint8Array): PassportIndex {
  const objects = readTlvs(unwrapTlv(bytes, 0x60));
  const dataGroups = [...requireValue(objects, 0x5c)].map((tag) => {
    const index = DATA_GROUP_TAGS.indexOf(tag);
    if (index < 0) throw malformed(`EF.COM names a data group with tag ${tag.toString(16)}`);
    return index + 1;
  });
  return {
    ldsVersion: version(requireValue(objects, 0x5f01), 2),
    unicodeVersion: version(requireValue(objects, 0x5f36), 3),
    dataGroups,
  };
}

/** Two digits a part, without leading zeros. */
function version(value: Uint8Array, parts: number): string {
  const digits = asciiText(value);
  if (!/^[0-9]+$/.test(digits) || digits.length !== parts * 2)
    throw malformed('A version of EF.COM is no version');
  return Array.from({ length: parts }, (_, part) => Number(digits.slice(part * 2, part * 2 + 2))).join('.');
}
