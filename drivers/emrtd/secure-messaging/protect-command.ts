/** A command as secure messaging sends it (Doc 9303 part 11, 9.8.4 and figure 5). */
import { type CommandApdu, EXTENDED_EXPECTED, encodeCommand, SHORT_EXPECTED } from '../apdu/command-apdu.ts';
import { bigEndian, concatBytes, NO_BYTES } from '../bytes/bytes.ts';
import { encodeTlv } from '../bytes/tlv.ts';
import type { SessionKeys } from '../crypto/cipher-suite.ts';
import { pad } from '../crypto/padding.ts';
import { protectedLength } from './protected-length.ts';

/** Secure messaging with the header authenticated (ISO/IEC 7816-4, 5.4.1). */
const PROTECTED_CLASS = 0x0c;
/** Content indicator: padded by ISO/IEC 7816-4. */
const PADDED = Uint8Array.of(0x01);

/** `counter` is the one of this command, already stepped. */
export function protectCommand(plain: CommandApdu, keys: SessionKeys, counter: Uint8Array): Uint8Array {
  const { suite } = keys;
  const cla = plain.cla | PROTECTED_CLASS;
  const header = Uint8Array.of(cla, plain.ins, plain.p1, plain.p2);
  const body = concatBytes(encryptedData(plain, keys, counter), expectedLength(plain.expected));
  const macInput = concatBytes(counter, pad(header, suite.blockLength), body);
  const mac = suite.macPadded(keys.mac, pad(macInput, suite.blockLength));
  const data = concatBytes(body, encodeTlv(0x8e, mac));
  const expected = needsExtended(plain, suite.blockLength) ? EXTENDED_EXPECTED : SHORT_EXPECTED;
  return encodeCommand({ ...plain, cla, data, expected });
}

/** Whether the protected response outgrows a short one. To want exactly 256 bytes means "what a short one holds". */
function needsExtended({ expected }: CommandApdu, blockLength: number): boolean {
  if (expected === null || expected === SHORT_EXPECTED) return false;
  return protectedLength(blockLength, expected) > SHORT_EXPECTED;
}

/** DO'87' with its indicator, or DO'85' without one for an odd instruction; nothing when there is no data. */
function encryptedData(plain: CommandApdu, keys: SessionKeys, counter: Uint8Array): Uint8Array {
  if (plain.data.length === 0) return NO_BYTES;
  const { suite } = keys;
  const encrypted = suite.encrypt(keys.encryption, counter, pad(plain.data, suite.blockLength));
  return plain.ins % 2 === 1 ? encodeTlv(0x85, encrypted) : encodeTlv(0x87, PADDED, encrypted);
}

/** DO'97'; the most a form can ask for is written as zero. */
function expectedLength(expected: number | null): Uint8Array {
  if (expected === null) return NO_BYTES;
  return encodeTlv(0x97, bigEndian(expected, 3).subarray(expected > SHORT_EXPECTED ? 1 : 2));
}
