/** DG11, additional personal details (Doc 9303 part 10, 4.7.11). Every field is optional. */
import { utf8Text } from '../bytes/bytes.ts';
import { findValue, readTlvs, unwrapTlv } from '../bytes/tlv.ts';
import { decodeCalendarDate } from './calendar-date.ts';

export interface PersonalDetails {
  /** Primary identifier, `<<`, secondary identifiers, in the national script. */
  readonly fullName: string | null;
  readonly personalNumber: string | null;
  /** `YYYY-MM-DD`; `00` where a part is unknown. */
  readonly birthDate: string | null;
  /** Parts kept apart by `<`. */
  readonly birthPlace: string | null;
  readonly address: string | null;
  readonly telephone: string | null;
  readonly profession: string | null;
  readonly title: string | null;
}

/** Throws `malformed`. */
export function decodeDg11(bytes: Uint8Array): PersonalDetails {
  const objects = readTlvs(unwrapTlv(bytes, 0x6b));
  const text = (tag: number) => {
    const value = findValue(objects, tag);
    return value ? utf8Text(value) : null;
  };
  const birthDate = findValue(objects, 0x5f2b);
  return {
    fullName: text(0x5f0e),
    personalNumber: text(0x5f10),
    birthDate: birthDate ? decodeCalendarDate(birthDate) : null,
    birthPlace: text(0x5f11),
    address: text(0x5f42),
    telephone: text(0x5f12),
    profession: text(0x5f13),
    title: text(0x5f14),
  };
}
