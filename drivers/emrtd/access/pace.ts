/** Password authenticated connection establishment with ECDH and generic mapping (Doc 9303 part 11, 4.4). */
import { type CardExchange, refused } from '../apdu/card-exchange.ts';
import { command } from '../apdu/command-apdu.ts';
import { isTriesLeft, STATUS } from '../apdu/response-apdu.ts';
import { bigintOf, equalBytes, NO_BYTES } from '../bytes/bytes.ts';
import { encodeObjectIdentifier } from '../bytes/object-identifier.ts';
import { encodeTlv, readTlvs, requireValue, unwrapTlv } from '../bytes/tlv.ts';
import { cipherSuite, sessionKeys } from '../crypto/cipher-suite.ts';
import { type Curve, type CurvePoint, decodePoint, sharedSecret } from '../crypto/curve.ts';
import { drawScalar, encodePoint, type RandomSource } from '../crypto/key-pair.ts';
import { EmrtdError, malformed } from '../emrtd-error.ts';
import type { OpenedSession } from '../secure-messaging/secure-exchange.ts';
import type { PacePassword } from './access-key.ts';
import type { PaceProtocol } from './pace-protocol.ts';

const SET_AUTHENTICATION_TEMPLATE = { ins: 0x22, p1: 0xc1, p2: 0xa4 } as const;
const GENERAL_AUTHENTICATE = 0x86;
const DYNAMIC_AUTHENTICATION_DATA = 0x7c;
const CHAINED = 0x10;
const SHORT = 256;

/**
 * Five exchanges; afterwards both sides hold session keys. Fails with `wrong-key` when the password is not the
 * chip's, with `malformed` when the chip breaks the protocol, with a refused `CardError` for anything else.
 */
export async function establishPace(
  exchange: CardExchange,
  protocol: PaceProtocol,
  password: PacePassword,
  random: RandomSource,
): Promise<OpenedSession> {
  const { curve } = protocol;
  const suite = cipherSuite(protocol.cipher);
  await selectProtocol(exchange, protocol, password);

  const encrypted = await authenticate(exchange, CHAINED, NO_BYTES, 0x80);
  if (encrypted.length < 16 || encrypted.length > 32 || encrypted.length % suite.blockLength !== 0) {
    throw malformed('The nonce of PACE has a wrong length');
  }
  const nonce = suite.decryptNonce(suite.deriveKey(password.secret, 'password'), encrypted);

  const mappingSecret = drawScalar(curve, random);
  const mappingOwn = curve.algorithms.Point.BASE.multiply(mappingSecret);
  const mappingChip = await exchangePoints(exchange, curve, mappingOwn, 0x81, 0x82);
  const generator = mapGenerator(curve, bigintOf(nonce), mappingChip.multiply(mappingSecret));

  const secret = drawScalar(curve, random);
  const own = generator.multiply(secret);
  const chip = await exchangePoints(exchange, curve, own, 0x83, 0x84);
  if (chip.equals(own)) throw malformed('The chip sent our own key back');
  const keys = sessionKeys(suite, sharedSecret(curve, chip.multiply(secret)));

  const token = (point: CurvePoint) => suite.mac(keys.mac, tokenInput(protocol, point));
  const answer = await authenticate(exchange, 0x00, encodeTlv(0x85, token(chip)), 0x86);
  if (!equalBytes(answer, token(own))) throw wrongKey();
  return { keys, counter: new Uint8Array(suite.blockLength) };
}

async function selectProtocol(exchange: CardExchange, protocol: PaceProtocol, password: PacePassword) {
  const { ins, p1, p2 } = SET_AUTHENTICATION_TEMPLATE;
  const curveReference = protocol.ambiguous
    ? encodeTlv(0x84, Uint8Array.of(protocol.curve.parameterId))
    : NO_BYTES;
  const data = Buffer.concat([
    encodeTlv(0x80, encodeObjectIdentifier(protocol.objectIdentifier)),
    encodeTlv(0x83, Uint8Array.of(password.reference)),
    curveReference,
  ]);
  const response = await exchange.send(command(ins, p1, p2, { data }));
  // Few tries left is a warning: the password may still be the right one.
  if (response.statusWord === STATUS.ok || isTriesLeft(response.statusWord)) return;
  if (response.statusWord === STATUS.referenceNotFound) throw wrongKey(response.statusWord);
  throw refused('PACE', response);
}

/** The point H + s·G of the generic mapping (4.4.3.3.1). */
function mapGenerator(curve: Curve, nonce: bigint, shared: CurvePoint): CurvePoint {
  const { Point } = curve.algorithms;
  const scalar = nonce % Point.Fn.ORDER;
  if (scalar === 0n) throw malformed('The nonce of PACE maps to nothing');
  const generator = Point.BASE.multiply(scalar).add(shared);
  if (generator.is0()) throw malformed('PACE mapped the generator to infinity');
  return generator;
}

async function exchangePoints(
  exchange: CardExchange,
  curve: Curve,
  own: CurvePoint,
  sentTag: number,
  answeredTag: number,
): Promise<CurvePoint> {
  const answer = await authenticate(exchange, CHAINED, encodeTlv(sentTag, encodePoint(own)), answeredTag);
  const point = decodePoint(curve, answer);
  if (!point) throw malformed('The chip sent a key that is not on the curve');
  return point;
}

/** One GENERAL AUTHENTICATE, and the object of its answer that carries `wanted` (4.4.4.2). */
async function authenticate(
  exchange: CardExchange,
  cla: number,
  object: Uint8Array,
  wanted: number,
): Promise<Uint8Array> {
  const data = encodeTlv(DYNAMIC_AUTHENTICATION_DATA, object);
  const response = await exchange.send(command(GENERAL_AUTHENTICATE, 0, 0, { cla, data, expected: SHORT }));
  const { statusWord } = response;
  if (statusWord === STATUS.authenticationFailed || isTriesLeft(statusWord)) throw wrongKey(statusWord);
  if (statusWord !== STATUS.ok) throw refused('PACE', response);
  return requireValue(readTlvs(unwrapTlv(response.data, DYNAMIC_AUTHENTICATION_DATA)), wanted);
}

/** What an authentication token is made over: the other side's key under the protocol's name (4.4.3.4). */
function tokenInput(protocol: PaceProtocol, point: CurvePoint): Uint8Array {
  return encodeTlv(
    0x7f49,
    encodeTlv(0x06, encodeObjectIdentifier(protocol.objectIdentifier)),
    encodeTlv(0x86, encodePoint(point)),
  );
}

function wrongKey(statusWord?: number): EmrtdError {
  return new EmrtdError('wrong-key', 'The chip does not know this password', { statusWord });
}
