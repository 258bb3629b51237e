/** A protected response, checked down to its last byte (Doc 9303 part 11, 9.8.4 and figure 6). */
import { decodeResponse, type ResponseApdu, statusText } from '../apdu/response-apdu.ts';
import { concatBytes, equalBytes, NO_BYTES, numberOf } from '../bytes/bytes.ts';
import { readTlvs, type Tlv } from '../bytes/tlv.ts';
import type { SessionKeys } from '../crypto/cipher-suite.ts';
import { pad, unpad } from '../crypto/padding.ts';
import { EmrtdError } from '../emrtd-error.ts';

/** A response's objects come in this order, and no others (table 5 of 9.8.4). */
const ENCRYPTED_EVEN = 0x87;
const ENCRYPTED_ODD = 0x85;
const PROCESSING_STATUS = 0x99;
const MAC = 0x8e;

/**
 * The plain response. `counter` is the one of this response, already stepped; `oddInstruction` tells in which object
 * its data must come. Throws `secure-messaging` for whatever does not check.
 */
export function unprotectResponse(
  bytes: Uint8Array,
  keys: SessionKeys,
  counter: Uint8Array,
  oddInstruction: boolean,
): ResponseApdu {
  const outer = decodeResponse(bytes);
  if (outer.data.length === 0) {
    throw broken(`The chip left the session with ${statusText(outer.statusWord)}`, outer.statusWord);
  }
  const objects = [...protectedObjects(outer.data)];
  const mac = objects.pop();
  const status = objects.pop();
  const encrypted = objects.pop();
  const encryptedTag = oddInstruction ? ENCRYPTED_ODD : ENCRYPTED_EVEN;
  if (mac?.tag !== MAC || status?.tag !== PROCESSING_STATUS || status.value.length !== 2) {
    throw broken('A protected response has no status or no MAC');
  }
  if (objects.length > 0 || (encrypted && encrypted.tag !== encryptedTag)) {
    throw broken('A protected response holds an object that does not belong there');
  }
  const { suite } = keys;
  const covered = concatBytes(counter, encrypted?.bytes ?? NO_BYTES, status.bytes);
  if (!equalBytes(mac.value, suite.macPadded(keys.mac, pad(covered, suite.blockLength)))) {
    throw broken('The MAC of a response is wrong');
  }
  const statusWord = numberOf(status.value);
  if (statusWord !== outer.statusWord) throw broken('A response has two status words that differ');
  return { data: encrypted ? decrypted(encrypted, keys, counter) : NO_BYTES, statusWord };
}

function decrypted(object: Tlv, keys: SessionKeys, counter: Uint8Array): Uint8Array {
  const { blockLength } = keys.suite;
  const indicated = object.tag === ENCRYPTED_EVEN;
  if (indicated && object.value[0] !== 0x01) throw broken('A response names an unknown padding');
  const cryptogram = object.value.subarray(indicated ? 1 : 0);
  if (cryptogram.length === 0 || cryptogram.length % blockLength !== 0) {
    throw broken('A cryptogram is not of whole blocks');
  }
  const plain = unpad(keys.suite.decrypt(keys.encryption, counter, cryptogram), blockLength);
  if (!plain) throw broken('A response is padded wrongly');
  return plain;
}

function protectedObjects(data: Uint8Array): readonly Tlv[] {
  try {
    return readTlvs(data);
  } catch (cause) {
    throw new EmrtdError('secure-messaging', 'A protected response is no list of data objects', { cause });
  }
}

function broken(message: string, statusWord?: number): EmrtdError {
  return new EmrtdError('secure-messaging', message, { statusWord });
}
