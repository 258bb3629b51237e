/** How much reader and chip can carry in one piece. */
import { numberOf } from '../bytes/bytes.ts';
import { readTlvs } from '../bytes/tlv.ts';
import { EmrtdError } from '../emrtd-error.ts';

/** Longest response of a short command, status word included. */
export const SHORT_RESPONSE = 258;
const EXTENDED_LENGTH_INFORMATION = 0x7f66;
const INTEGER = 0x02;

/**
 * What the historical bytes of an answer to reset say about extended length (ISO/IEC 7816-4, 12.1.1.9: bit 7 of the
 * third byte of the card capabilities); null when they do not speak of it.
 */
export function extendedLengthOfAtr(atr: Uint8Array): boolean | null {
  const historical = historicalBytes(atr);
  // Category 00 ends in three status bytes; 80 is all COMPACT-TLV.
  const category = historical[0];
  if (category !== 0x00 && category !== 0x80) return null;
  const objects = historical.subarray(1, category === 0x00 ? -3 : undefined);
  for (let rest = objects; rest.length > 0; ) {
    const first = rest[0] ?? 0;
    const value = rest.subarray(1, 1 + (first & 0x0f));
    if (first >> 4 === 7 && value.length >= 3) return ((value[2] ?? 0) & 0x40) !== 0;
    rest = rest.subarray(1 + (first & 0x0f));
  }
  return null;
}

/** Most bytes of a response APDU that EF.ATR/INFO allows (ISO/IEC 7816-4, 12.7.1); null when it does not say. */
export function responseLimitOfAtrInfo(bytes: Uint8Array): number | null {
  try {
    const information = readTlvs(bytes).find((object) => object.tag === EXTENDED_LENGTH_INFORMATION);
    if (!information) return null;
    const [command, response] = readTlvs(information.value);
    if (command?.tag !== INTEGER || response?.tag !== INTEGER || response.value.length > 4) return null;
    return numberOf(response.value);
  } catch (error) {
    // A chip's side note that cannot be read costs speed, not the reading.
    if (error instanceof EmrtdError) return null;
    throw error;
  }
}

/** The last bytes of the answer to reset before its check byte (ISO/IEC 7816-3, 8.2). */
function historicalBytes(atr: Uint8Array): Uint8Array {
  const count = (atr[1] ?? 0) & 0x0f;
  let offset = 2;
  for (let present = (atr[1] ?? 0) >> 4; present !== 0; ) {
    const interfaceBytes = [1, 2, 4, 8].filter((bit) => (present & bit) !== 0).length;
    const last = atr[offset + interfaceBytes - 1] ?? 0;
    const continues = (present & 8) !== 0;
    offset += interfaceBytes;
    if (offset > atr.length) return new Uint8Array();
    present = continues ? last >> 4 : 0;
  }
  return atr.subarray(offset, offset + count);
}
