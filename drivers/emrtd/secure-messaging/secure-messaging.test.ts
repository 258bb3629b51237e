import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseChipCommand } from '../../virtual/emrtd/chip-command.ts';
import { createChipSession } from '../../virtual/emrtd/chip-session.ts';
import { command } from '../apdu/command-apdu.ts';
import { concatBytes } from '../bytes/bytes.ts';
import { encodeTlv } from '../bytes/tlv.ts';
import { type CipherName, cipherSuite, sessionKeys } from '../crypto/cipher-suite.ts';
import { pad } from '../crypto/padding.ts';
import { EmrtdError } from '../emrtd-error.ts';
import { hex } from '../testing/hex.ts';
import { protectCommand } from './protect-command.ts';
import { createSecureExchange } from './secure-exchange.ts';
import { nextCounter } from './send-counter.ts';
import { unprotectResponse } from './unprotect-response.ts';

const CIPHERS: readonly CipherName[] = ['3des', 'aes-128', 'aes-192', 'aes-256'];

function keysOf(cipher: CipherName) {
  return sessionKeys(cipherSuite(cipher), hex('00112233445566778899AABBCCDDEEFF'));
}

test.each(CIPHERS)(
  '%s: any command comes out at the chip, any answer comes back, whatever their lengths',
  (cipher) => {
    const keys = keysOf(cipher);
    const counter = new Uint8Array(keys.suite.blockLength).fill(0xff);
    const data = fc.uint8Array({ maxLength: 700 });
    fc.assert(
      fc.property(
        data,
        data,
        fc.constantFrom(0xb0, 0xb1),
        fc.integer({ min: 1, max: 65_536 }),
        (sent, given, ins, expected) => {
          const chip = createChipSession(keys, counter);
          const plain = command(ins, 0x12, 0x34, { data: sent, expected });
          const parsed = parseChipCommand(protectCommand(plain, keys, nextCounter(counter)));
          const seen = parsed && chip.unwrap(parsed);
          expect(seen).toMatchObject({ cla: 0, ins, p1: 0x12, p2: 0x34, le: expected });
          expect(typeof seen === 'object' && seen && Uint8Array.from(seen.data)).toEqual(sent);
          const answer = chip.wrap({ data: given, statusWord: 0x6282 }, ins);
          const back = unprotectResponse(answer, keys, nextCounter(nextCounter(counter)), ins === 0xb1);
          expect(back).toEqual({ data: given, statusWord: 0x6282 });
        },
      ),
      { numRuns: 60 },
    );
  },
);

test.each(CIPHERS)('%s: not one bit of an answer can be changed, and no byte left off', (cipher) => {
  const keys = keysOf(cipher);
  const counter = new Uint8Array(keys.suite.blockLength);
  const chip = createChipSession(keys, counter);
  const answer = Uint8Array.from(chip.wrap({ data: hex('60145F0104303130'), statusWord: 0x9000 }, 0xb0));
  const unprotect = (bytes: Uint8Array) => unprotectResponse(bytes, keys, nextCounter(counter), false);
  expect(unprotect(answer).data).toEqual(hex('60145F0104303130'));
  for (let bit = 0; bit < answer.length * 8; bit += 1) {
    const changed = answer.slice();
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(() => unprotect(changed)).toThrow(EmrtdError);
  }
  for (let length = 0; length < answer.length; length += 1) {
    expect(() => unprotect(answer.slice(0, length))).toThrow(EmrtdError);
  }
  expect(() => unprotectResponse(answer, keys, counter, false)).toThrow(EmrtdError);
  expect(() => unprotectResponse(answer, keys, nextCounter(counter), true)).toThrow(EmrtdError);
});

/** An answer with a right MAC over whatever objects. */
function signedAnswer(
  objects: readonly Uint8Array[],
  statusWord: string,
  cipher: CipherName = 'aes-128',
): Uint8Array {
  const keys = keysOf(cipher);
  const body = concatBytes(...objects);
  const counter = new Uint8Array(keys.suite.blockLength);
  const mac = keys.suite.macPadded(keys.mac, pad(concatBytes(counter, body), keys.suite.blockLength));
  return concatBytes(body, encodeTlv(0x8e, mac), hex(statusWord));
}

test.each([
  ['two status words that differ', [encodeTlv(0x99, hex('9000'))], '6982'],
  ['no status', [], '9000'],
  ['a status of one byte', [encodeTlv(0x99, hex('90'))], '9000'],
  ['an object of another kind', [encodeTlv(0x81, hex('00')), encodeTlv(0x99, hex('9000'))], '9000'],
  [
    'data in the object of an odd instruction',
    [encodeTlv(0x85, new Uint8Array(16)), encodeTlv(0x99, hex('9000'))],
    '9000',
  ],
  [
    'an unknown padding',
    [encodeTlv(0x87, hex('02'), new Uint8Array(16)), encodeTlv(0x99, hex('9000'))],
    '9000',
  ],
  ['half a block', [encodeTlv(0x87, hex('01'), new Uint8Array(8)), encodeTlv(0x99, hex('9000'))], '9000'],
  [
    'data that is not padded',
    [encodeTlv(0x87, hex('01'), new Uint8Array(16)), encodeTlv(0x99, hex('9000'))],
    '9000',
  ],
])('a right MAC does not save %s', (_, objects, statusWord) => {
  const keys = keysOf('aes-128');
  expect(() => unprotectResponse(signedAnswer(objects, statusWord), keys, new Uint8Array(16), false)).toThrow(
    expect.objectContaining({ name: 'EmrtdError', kind: 'secure-messaging' }),
  );
});

test('a session that failed once stays over', async () => {
  const keys = keysOf('aes-128');
  let answer = hex('6988');
  let sent = 0;
  const channel = {
    async transmit() {
      sent += 1;
      return answer;
    },
    count: () => sent,
  };
  const exchange = createSecureExchange(channel, { keys, counter: new Uint8Array(16) });
  const ask = () => exchange.send(command(0xb0, 0x81, 0, { expected: 4 }));
  await expect(ask()).rejects.toMatchObject({ kind: 'secure-messaging', statusWord: 0x6988 });
  answer = Uint8Array.from(
    createChipSession(keys, nextCounter(new Uint8Array(16))).wrap(
      { data: hex('61'), statusWord: 0x9000 },
      0xb0,
    ),
  );
  await expect(ask()).rejects.toMatchObject({ kind: 'secure-messaging' });
  expect(sent).toBe(1);
});
