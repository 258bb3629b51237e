/** The chip's side of basic access control (Doc 9303 part 11, 4.3). */
import { cipherSuite, type SessionKeys, sessionKeys } from '../../emrtd/crypto/cipher-suite.ts';
import { digest } from '../../emrtd/crypto/hash.ts';
import type { RandomSource } from '../../emrtd/crypto/key-pair.ts';
import { answer, type ChipAnswer, type ChipCommand, OK } from './chip-command.ts';

export interface AgreedSession {
  readonly keys: SessionKeys;
  readonly counter: Uint8Array;
}

export interface ChipBac {
  getChallenge(command: ChipCommand): ChipAnswer;
  externalAuthenticate(command: ChipCommand): {
    readonly answer: ChipAnswer;
    readonly session: AgreedSession | null;
  };
  forget(): void;
}

/** `mrzInformation` is the text of number, birth and expiry with their check digits. */
export function createChipBac(mrzInformation: string, random: RandomSource): ChipBac {
  const suite = cipherSuite('3des');
  const seed = digest('sha1', Buffer.from(mrzInformation, 'latin1')).slice(0, 16);
  const access = sessionKeys(suite, seed);
  const zero = new Uint8Array(8);
  let challenge: Uint8Array | null = null;

  return {
    getChallenge(command) {
      if (command.le !== 8 || command.data.length > 0) return answer(0x6700);
      challenge = random(8);
      return answer(OK, challenge);
    },
    externalAuthenticate(command) {
      const refused = (statusWord: number) => ({ answer: answer(statusWord), session: null });
      const given = challenge;
      challenge = null;
      if (!given) return refused(0x6985);
      if (command.data.length !== 40) return refused(0x6700);
      const cryptogram = command.data.subarray(0, 32);
      const mac = Buffer.from(suite.mac(access.mac, cryptogram));
      if (!mac.equals(command.data.subarray(32))) return refused(0x6300);
      const plain = Buffer.from(suite.decrypt(access.encryption, zero, cryptogram));
      const readerRandom = plain.subarray(0, 8);
      if (!plain.subarray(8, 16).equals(given)) return refused(0x6300);
      const chipKey = random(16);
      const reply = suite.encrypt(access.encryption, zero, Buffer.concat([given, readerRandom, chipKey]));
      const secret = Uint8Array.from(chipKey, (byte, index) => byte ^ (plain[16 + index] ?? 0));
      return {
        answer: answer(OK, Buffer.concat([reply, suite.mac(access.mac, reply)])),
        session: {
          keys: sessionKeys(suite, secret),
          counter: Buffer.concat([given.subarray(4), readerRandom.subarray(4)]),
        },
      };
    },
    forget() {
      challenge = null;
    },
  };
}
