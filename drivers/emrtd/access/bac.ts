/** Basic access control (Doc 9303 part 11, 4.3): what a chip without PACE is opened with. */
import { type CardExchange, refused } from '../apdu/card-exchange.ts';
import { command } from '../apdu/command-apdu.ts';
import { isTriesLeft, STATUS } from '../apdu/response-apdu.ts';
import { concatBytes, equalBytes, xorBytes } from '../bytes/bytes.ts';
import { cipherSuite, sessionKeys } from '../crypto/cipher-suite.ts';
import type { RandomSource } from '../crypto/key-pair.ts';
import { EmrtdError, malformed } from '../emrtd-error.ts';
import type { OpenedSession } from '../secure-messaging/secure-exchange.ts';
import { bacSeed } from './access-key.ts';
import type { MrzKey } from './mrz-information.ts';

const GET_CHALLENGE = 0x84;
const EXTERNAL_AUTHENTICATE = 0x82;
const CHALLENGE_LENGTH = 8;
const KEY_LENGTH = 16;
const CRYPTOGRAM_LENGTH = 32;
const ANSWER_LENGTH = CRYPTOGRAM_LENGTH + 8;

/**
 * Two exchanges with the eMRTD application selected. Fails with `wrong-key` when the zone is not this passport's, with
 * `malformed` when the chip breaks the protocol, with a refused `CardError` when it does not know BAC.
 */
export async function establishBac(
  exchange: CardExchange,
  mrz: MrzKey,
  random: RandomSource,
): Promise<OpenedSession> {
  const suite = cipherSuite('3des');
  const keys = sessionKeys(suite, bacSeed(mrz));
  const zero = new Uint8Array(suite.blockLength);

  const challenge = await exchange.send(command(GET_CHALLENGE, 0, 0, { expected: CHALLENGE_LENGTH }));
  if (challenge.statusWord !== STATUS.ok) throw refused('GET CHALLENGE', challenge);
  if (challenge.data.length !== CHALLENGE_LENGTH) throw malformed('The challenge has a wrong length');
  const chipRandom = challenge.data;
  const ownRandom = random(CHALLENGE_LENGTH);
  const ownKey = random(KEY_LENGTH);

  const cryptogram = suite.encrypt(keys.encryption, zero, concatBytes(ownRandom, chipRandom, ownKey));
  const data = concatBytes(cryptogram, suite.mac(keys.mac, cryptogram));
  const response = await exchange.send(
    command(EXTERNAL_AUTHENTICATE, 0, 0, { data, expected: ANSWER_LENGTH }),
  );
  if (isRejection(response.statusWord)) {
    throw new EmrtdError('wrong-key', 'The chip does not know this machine readable zone', response);
  }
  if (response.statusWord !== STATUS.ok) throw refused('EXTERNAL AUTHENTICATE', response);
  if (response.data.length !== ANSWER_LENGTH) throw malformed('The answer to BAC has a wrong length');

  const answer = response.data.subarray(0, CRYPTOGRAM_LENGTH);
  if (!equalBytes(response.data.subarray(CRYPTOGRAM_LENGTH), suite.mac(keys.mac, answer))) {
    throw new EmrtdError('wrong-key', 'The chip answered BAC with another key');
  }
  const plain = suite.decrypt(keys.encryption, zero, answer);
  if (!equalBytes(plain.subarray(0, 8), chipRandom) || !equalBytes(plain.subarray(8, 16), ownRandom)) {
    throw malformed('The chip answered BAC to another challenge');
  }
  return {
    keys: sessionKeys(suite, xorBytes(ownKey, plain.subarray(16))),
    counter: concatBytes(chipRandom.subarray(4), ownRandom.subarray(4)),
  };
}

/** Chips answer a wrong cryptogram with one of these; 6982 and 6985 here as well, for they came so far. */
function isRejection(statusWord: number): boolean {
  const rejections: readonly number[] = [
    STATUS.authenticationFailed,
    STATUS.securityStatus,
    STATUS.conditions,
    STATUS.authenticationBlocked,
    0x6988,
  ];
  return rejections.includes(statusWord) || isTriesLeft(statusWord);
}
