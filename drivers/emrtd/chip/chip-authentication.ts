/**
 * Chip authentication, version 1 with ECDH (Doc 9303 part 11, 6.2): only the chip that holds the private key of DG14
 * can go on speaking under the keys that come of it.
 */
import { type CardExchange, refused } from '../apdu/card-exchange.ts';
import { command } from '../apdu/command-apdu.ts';
import { STATUS } from '../apdu/response-apdu.ts';
import { bigEndian, concatBytes, NO_BYTES } from '../bytes/bytes.ts';
import { encodeObjectIdentifier } from '../bytes/object-identifier.ts';
import { encodeTlv } from '../bytes/tlv.ts';
import { cipherSuite, sessionKeys } from '../crypto/cipher-suite.ts';
import { decodePoint, sharedSecret } from '../crypto/curve.ts';
import { drawScalar, encodePoint, type RandomSource } from '../crypto/key-pair.ts';
import { malformed } from '../emrtd-error.ts';
import type { OpenedSession } from '../secure-messaging/secure-exchange.ts';
import type { ChipAuthenticationKey } from './dg14.ts';

const MANAGE_SECURITY_ENVIRONMENT = 0x22;
const SET_FOR_COMPUTATION = 0x41;
const KEY_AGREEMENT_TEMPLATE = 0xa6;
const AUTHENTICATION_TEMPLATE = 0xa4;
const GENERAL_AUTHENTICATE = 0x86;
const DYNAMIC_AUTHENTICATION_DATA = 0x7c;

/**
 * The session to speak in from now on; the chip has proved itself with the first answer that checks in it. Fails with
 * `malformed` for a key off its curve, with a refused `CardError`, or as the exchange does.
 */
export async function authenticateChip(
  exchange: CardExchange,
  chip: ChipAuthenticationKey,
  random: RandomSource,
): Promise<OpenedSession> {
  const { curve, point } = chip.key;
  const chipPoint = decodePoint(curve, point);
  if (!chipPoint) throw malformed('The key of DG14 is not on its curve');
  const secret = drawScalar(curve, random);
  const own = encodePoint(curve.algorithms.Point.BASE.multiply(secret));
  const keyId = chip.keyId === null ? NO_BYTES : encodeTlv(0x84, keyIdBytes(chip.keyId));

  if (chip.cipher === '3des') {
    const data = concatBytes(encodeTlv(0x91, own), keyId);
    await run(exchange, MANAGE_SECURITY_ENVIRONMENT, SET_FOR_COMPUTATION, KEY_AGREEMENT_TEMPLATE, data);
  } else {
    const protocol = encodeTlv(0x80, encodeObjectIdentifier(chip.objectIdentifier));
    const template = concatBytes(protocol, keyId);
    await run(exchange, MANAGE_SECURITY_ENVIRONMENT, SET_FOR_COMPUTATION, AUTHENTICATION_TEMPLATE, template);
    const data = encodeTlv(DYNAMIC_AUTHENTICATION_DATA, encodeTlv(0x80, own));
    await run(exchange, GENERAL_AUTHENTICATE, 0, 0, data, 256);
  }
  const suite = cipherSuite(chip.cipher);
  const keys = sessionKeys(suite, sharedSecret(curve, chipPoint.multiply(secret)));
  return { keys, counter: new Uint8Array(suite.blockLength) };
}

async function run(
  exchange: CardExchange,
  ins: number,
  p1: number,
  p2: number,
  data: Uint8Array,
  expected?: number,
) {
  const response = await exchange.send(command(ins, p1, p2, expected ? { data, expected } : { data }));
  if (response.statusWord !== STATUS.ok) throw refused('chip authentication', response);
}

function keyIdBytes(keyId: number): Uint8Array {
  return bigEndian(keyId, keyId > 0xff ? 2 : 1);
}
