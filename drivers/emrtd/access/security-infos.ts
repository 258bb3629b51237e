/** SecurityInfos, the list of protocols in EF.CardAccess and DG14 (Doc 9303 part 11, 9.2). */
import { numberOf } from '../bytes/bytes.ts';
import { decodeObjectIdentifier } from '../bytes/object-identifier.ts';
import { readTlvs, requireValue, type Tlv, unwrapTlv } from '../bytes/tlv.ts';
import { malformed } from '../emrtd-error.ts';

export interface SecurityInfo {
  readonly protocol: string;
  /** The required and, where present, the optional data, whose meaning is the protocol's. */
  readonly fields: readonly Tlv[];
}

const SEQUENCE = 0x30;
const SET = 0x31;
const INTEGER = 0x02;
const OBJECT_IDENTIFIER = 0x06;

/** Throws `malformed`. */
export function decodeSecurityInfos(bytes: Uint8Array): readonly SecurityInfo[] {
  return readTlvs(unwrapTlv(bytes, SET)).map((info) => {
    if (info.tag !== SEQUENCE) throw malformed('A SecurityInfo is no sequence');
    const [identifier, ...fields] = readTlvs(info.value);
    const value = identifier ? requireValue([identifier], OBJECT_IDENTIFIER) : null;
    if (!value) throw malformed('A SecurityInfo is empty');
    return { protocol: decodeObjectIdentifier(value), fields };
  });
}

/** The integer at `index` of the fields; null when there is none. Throws `malformed`. */
export function integerField(info: SecurityInfo, index: number): number | null {
  const field = info.fields[index];
  if (!field) return null;
  const value = requireValue([field], INTEGER);
  if (value.length === 0 || value.length > 4)
    throw malformed('An integer of a SecurityInfo has a wrong length');
  return numberOf(value);
}
