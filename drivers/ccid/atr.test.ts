import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeAtr } from './atr.ts';
import { cardCapabilities } from './card-capabilities.ts';
import { encodeParameters } from './card-parameters.ts';
import { lineRate } from './fi-di.ts';
import { agreedPps, encodePps } from './pps.ts';

/** Answers of cards and readers in wide use, as public lists of them have them. */
const BELGIAN_IDENTITY = hex('3b 98 13 40 0a a5 03 01 01 01 ad 13 11');
const YUBIKEY_NEO = hex('3b fc 13 00 00 81 31 fe 15 59 75 62 69 6b 65 79 4e 45 4f 72 33 e1');
const JCOP = hex('3b f8 13 00 00 81 31 fe 45 4a 43 4f 50 76 32 34 31 b7');
/** PC/SC part 3, 3.1.3.2.3: what a reader makes of a MIFARE Classic card. */
const MIFARE = hex('3b 8f 80 01 80 4f 0c a0 00 00 03 06 03 00 01 00 00 00 00 6a');
const PASSPORT = hex('3b 88 80 01 00 00 00 00 00 00 00 00 09');

test('a T=0 card', () => {
  expect(decodeAtr(BELGIAN_IDENTITY)).toEqual({
    convention: 'direct',
    fiDi: 0x13,
    guardTime: 0,
    protocols: [0],
    specificProtocol: null,
    waitingInteger: 10,
    ifsc: 32,
    waitingIntegers: 0x4d,
    checksum: 'lrc',
    historical: hex('a5 03 01 01 01 ad 13 11'),
  });
});

test('T=1 cards, and contactless ones in a reader’s words', () => {
  expect(decodeAtr(YUBIKEY_NEO)).toMatchObject({
    protocols: [1],
    fiDi: 0x13,
    ifsc: 254,
    waitingIntegers: 0x15,
    historical: Uint8Array.from(Buffer.from('YubikeyNEOr3')),
  });
  expect(decodeAtr(JCOP)).toMatchObject({ protocols: [1], ifsc: 254, waitingIntegers: 0x45 });
  expect(decodeAtr(MIFARE)?.historical).toHaveLength(15);
  expect(decodeAtr(PASSPORT)).toMatchObject({ protocols: [0, 1], fiDi: 0x11 });
});

test('TA2 fixes the protocol; inverse convention and TC for CRC are seen', () => {
  expect(decodeAtr(hex('3f 80 11 01 90'))).toMatchObject({ specificProtocol: 1, convention: 'inverse' });
  expect(decodeAtr(hex('3b 80 81 41 01 41'))).toMatchObject({ protocols: [1], checksum: 'crc' });
});

test.each([
  ['an unknown convention', '3c 02 14 50'],
  ['a wrong check byte', '3b 88 80 01 00 00 00 00 00 00 00 00 08'],
  ['a check byte left out', '3b 88 80 01 00 00 00 00 00 00 00 00'],
  ['historical bytes left out', '3b 02 14'],
  ['interface bytes left out', '3b 90'],
  ['a reserved information field size', '3b 80 81 11 ff ef'],
  ['more than 33 bytes', `3b 0f ${'00'.repeat(32)}`],
])('%s makes it none', (_, bytes) => {
  expect(decodeAtr(hex(bytes))).toBeNull();
});

test('capabilities are taken from historical bytes only where they are coded', () => {
  const says = (text: string) => cardCapabilities(hex(text));
  expect(says('80 73 c0 21 c0')).toEqual({ commandChaining: true, extendedLength: true });
  expect(says('80 31 c0 73 c0 21 40')).toEqual({ commandChaining: false, extendedLength: true });
  expect(says('00 73 c0 21 80 00 90 00')).toEqual({ commandChaining: true, extendedLength: false });
  expect(says('00 73 c0 21 80 00')).toEqual({ commandChaining: false, extendedLength: false });
  expect(says('59 73 c0 21 c0')).toEqual({ commandChaining: false, extendedLength: false });
  expect(says('80 72 c0 21')).toEqual({ commandChaining: false, extendedLength: false });
});

test('line rates, parameters and PPS follow from the answer', () => {
  expect(lineRate(3_571_200, 0x11)).toBe(9_600);
  expect(lineRate(4_800_000, 0x95)).toBe(150_000);
  expect(lineRate(4_800_000, 0x71)).toBeNull();
  const card = decodeAtr(JCOP);
  if (!card) throw new Error('No answer to reset');
  expect(encodeParameters(1, card, 0x13)).toEqual(hex('13 10 00 45 00 fe 00'));
  expect(encodeParameters(0, card, 0x11)).toEqual(hex('11 00 00 0a 00'));
  expect(encodePps(1, 0x18)).toEqual(hex('ff 11 18 f6'));
  expect(encodePps(0, null)).toEqual(hex('ff 00 ff'));
  expect(agreedPps(hex('ff 11 18 f6'), hex('ff 11 18 f6'))).toBe('as-asked');
  expect(agreedPps(hex('ff 11 18 f6'), hex('ff 01 fe'))).toBe('default');
  expect(agreedPps(hex('ff 11 18 f6'), hex('ff 11 13 fd'))).toBeNull();
  expect(agreedPps(hex('ff 11 18 f6'), hex(''))).toBeNull();
});

test('any bytes are an answer to reset or none, within its bounds', () => {
  const like = fc
    .tuple(fc.constantFrom(0x3b, 0x3f), fc.uint8Array({ maxLength: 40 }))
    .map(([convention, rest]) => Uint8Array.of(convention, ...rest));
  fc.assert(
    fc.property(fc.oneof(like, fc.uint8Array({ maxLength: 60 })), (bytes) => {
      const atr = decodeAtr(bytes);
      if (!atr) return;
      expect(atr.historical.length).toBeLessThanOrEqual(15);
      expect(atr.protocols.length).toBeGreaterThan(0);
      expect(atr.ifsc).toBeGreaterThan(0);
      expect(atr.ifsc).toBeLessThan(255);
      cardCapabilities(atr.historical);
      encodeParameters(1, atr, atr.fiDi);
    }),
  );
});

function hex(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));
}
