import { expect, test } from 'vitest';
import {
  mostDiscretionaryBytes,
  mostPlainBytes,
  protectedLength,
} from '../secure-messaging/protected-length.ts';
import { hex } from '../testing/hex.ts';
import { extendedLengthOfAtr, responseLimitOfAtrInfo } from './transfer-limits.ts';

test.each([
  ['no historical bytes', '3B80800101', null],
  ['category 80, capabilities with extended length', '3B8580018073C8214027', true],
  ['category 80, capabilities without', '3B8580018073C8210067', false],
  ['category 00, capabilities with, then three status bytes', '3B888001 00 73C82140 059000 00', true],
  ['capabilities of two bytes do not say', '3B8480018072C82100', null],
  ['another object first', '3B8A8001 80 31C0 73C82140 4100 00', true],
  ['cut short', '3B', null],
])('answer to reset: %s', (_, atr, extended) => {
  expect(extendedLengthOfAtr(hex(atr))).toBe(extended);
});

test('EF.ATR/INFO tells the longest response', () => {
  expect(responseLimitOfAtrInfo(hex('4301B8 46040405AABB 4703940 1E2 7F6608 02020406 02020800'))).toBe(
    0x0800,
  );
  expect(responseLimitOfAtrInfo(hex('4301B8'))).toBeNull();
  expect(responseLimitOfAtrInfo(hex('7F660402020406'))).toBeNull();
  expect(responseLimitOfAtrInfo(hex('FF'))).toBeNull();
});

test('as much is asked for as fits an answer, and one byte more would not', () => {
  expect(mostPlainBytes(8, 258)).toBe(231);
  expect(mostPlainBytes(16, 258)).toBe(223);
  for (const blockLength of [8, 16]) {
    for (let limit = 40; limit < 70_000; limit = Math.ceil(limit * 1.01) + 1) {
      const most = mostPlainBytes(blockLength, limit);
      expect(protectedLength(blockLength, most) + 2).toBeLessThanOrEqual(limit);
      expect(protectedLength(blockLength, most + 1) + 2).toBeGreaterThan(limit);
    }
  }
});

test('a file piece and the header around it fill an answer', () => {
  expect([231, 223, 257, 65_535].map(mostDiscretionaryBytes)).toEqual([228, 220, 254, 65_531]);
});
