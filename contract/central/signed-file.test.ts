import fc from 'fast-check';
import { expect, test } from 'vitest';
import { carryFileName, carryHeadSchema, carryReplyName, isNewerVersion } from './hand-carry.ts';
import {
  CARRY_FILE,
  CARRY_REPLY,
  encodeSignedPart,
  PREAMBLE_BYTES,
  readPreamble,
  SIGNATURE_BYTES,
  splitSignedFile,
} from './signed-file.ts';

const kinds = fc.constantFrom(CARRY_FILE, CARRY_REPLY);
const PROBLEMS = ['other-kind', 'truncated', 'damaged'];

function withSignature(signed: Uint8Array): Uint8Array {
  const file = new Uint8Array(signed.length + SIGNATURE_BYTES);
  file.set(signed);
  return file;
}

test('the first bytes are what the format says', () => {
  expect([...encodeSignedPart(CARRY_FILE, 'a')]).toEqual([
    0x89, 0x41, 0x4a, 0x4b, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 3, 0x22, 0x61, 0x22,
  ]);
});

test('what is put in comes out, and what was signed is everything before the signature', () => {
  fc.assert(
    fc.property(kinds, fc.jsonValue(), (kind, value) => {
      const signed = encodeSignedPart(kind, value);
      const file = splitSignedFile(kind, withSignature(signed));
      if (typeof file === 'string') throw new Error(file);
      expect(JSON.stringify(file.payload)).toBe(JSON.stringify(value));
      expect([...file.signed]).toEqual([...signed]);
      expect(file.signature).toHaveLength(SIGNATURE_BYTES);
    }),
  );
});

test('cut anywhere it is truncated, longer it is damaged, of the other kind it is that', () => {
  const file = withSignature(encodeSignedPart(CARRY_FILE, { some: 'thing' }));
  for (let length = 0; length < file.length; length += 1)
    expect(splitSignedFile(CARRY_FILE, file.subarray(0, length))).toBe('truncated');
  expect(splitSignedFile(CARRY_FILE, Uint8Array.of(...file, 0))).toBe('damaged');
  expect(splitSignedFile(CARRY_REPLY, file)).toBe('other-kind');
});

test('any bytes are a file or a named problem, and never a length above the bound', () => {
  const begun = fc.tuple(kinds, fc.uint8Array({ maxLength: 200 }));
  fc.assert(
    fc.property(begun, fc.boolean(), ([kind, rest], hasMagic) => {
      const bytes = hasMagic ? Uint8Array.of(...kind.magic, ...rest) : rest;
      const length = readPreamble(kind, bytes.subarray(0, PREAMBLE_BYTES));
      if (typeof length === 'number') expect(length).toBeLessThanOrEqual(kind.largestPayload);
      else expect(PROBLEMS).toContain(length);
      const file = splitSignedFile(kind, bytes);
      if (typeof file === 'string') expect(PROBLEMS).toContain(file);
      else {
        carryHeadSchema.safeParse(file.payload);
        isNewerVersion(file.payload);
      }
    }),
    { numRuns: 1_000 },
  );
});

test('a payload no reader would take is never written', () => {
  expect(() => encodeSignedPart(CARRY_FILE, 'x'.repeat(CARRY_FILE.largestPayload))).toThrow(RangeError);
});

test('names fit every drive, whatever the station is called', () => {
  expect(carryFileName('station-0193a0b0-0000-7000-8000-00005e6f7081', 3)).toBe('kiriman-5e6f7081-00003.ajk');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(), (stationId, number) => {
      expect(carryReplyName(stationId, number)).toMatch(/^balasan-[a-z0-9]{1,8}-\d{5,10}\.ajb$/);
    }),
  );
});
