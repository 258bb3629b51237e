import { expect, test } from 'vitest';
import type { CommandApdu } from '../apdu/command-apdu.ts';
import { bigEndian, numberOf } from '../bytes/bytes.ts';
import { encodeTlv, unwrapTlv } from '../bytes/tlv.ts';
import { EmrtdError } from '../emrtd-error.ts';
import { mostDiscretionaryBytes } from '../secure-messaging/protected-length.ts';
import { createFileReader } from './file-reader.ts';
import type { ReadingStyle } from './reading-style.ts';

/** A chip that gives at most `chunk` bytes at a time, and a log of what it was asked. */
function fileChip(file: Uint8Array, chunk: number, mostPlain: number, style: ReadingStyle = 'short') {
  const asked: CommandApdu[] = [];
  const exchange = {
    async send(apdu: CommandApdu) {
      asked.push(apdu);
      if (apdu.ins === 0xa4) return { data: new Uint8Array(), statusWord: 0x9000 };
      const odd = apdu.ins === 0xb1;
      const offset = odd
        ? numberOf(unwrapTlv(apdu.data, 0x54))
        : apdu.p1 & 0x80
          ? apdu.p2
          : apdu.p1 * 256 + apdu.p2;
      const expected = apdu.expected ?? 0;
      const room = Math.min(chunk, odd ? mostDiscretionaryBytes(expected) : expected);
      const piece = file.subarray(offset, offset + room);
      return { data: odd ? encodeTlv(0x53, piece) : piece, statusWord: 0x9000 };
    },
  };
  return { asked, reader: createFileReader({ exchange, style, mostPlain }) };
}

function fileOf(length: number): Uint8Array {
  return encodeTlv(
    0x75,
    Uint8Array.from({ length }, (_, index) => (index * 13) % 251),
  );
}

test.each([100, 223, 40_000, 70_000, 200_000])(
  'a file of %i bytes is read whole, past the reach of even offsets',
  async (length) => {
    const file = fileOf(length);
    for (const mostPlain of [223, 4_000, 65_000]) {
      const { asked, reader } = fileChip(file, 65_536, mostPlain);
      const shares: number[] = [];
      expect(await reader.read('DG2', (share) => shares.push(share))).toEqual(file);
      expect(shares.at(-1)).toBe(1);
      const firstOdd = Math.ceil(32_768 / mostPlain) * mostPlain;
      expect(asked.filter((apdu) => apdu.ins === 0xb0).every((apdu) => apdu.data.length === 0)).toBe(true);
      expect(asked.some((apdu) => apdu.ins === 0xb1)).toBe(firstOdd < file.length);
    }
  },
);

test('a chip that gives less than it was asked for is asked again', async () => {
  const { asked, reader } = fileChip(fileOf(1_000), 100, 223);
  expect(await reader.read('DG2')).toEqual(fileOf(1_000));
  expect(asked).toHaveLength(11);
});

test('with care, a file is selected and nothing is asked for past its end', async () => {
  const file = fileOf(300);
  const { asked, reader } = fileChip(file, 65_536, 223, 'cautious');
  expect(await reader.read('DG11')).toEqual(file);
  expect(asked.map((apdu) => apdu.ins)).toEqual([0xa4, 0xb0, 0xb0, 0xb0]);
  expect(asked[0]?.data).toEqual(bigEndian(0x010b, 2));
  expect(asked.map((apdu) => apdu.expected)).toEqual([null, 8, 223, file.length - 8 - 223]);
});

test.each([
  ['promises more than its bound', fileOf(300_000), 65_536, 'too-large'],
  ['ends before its own length', fileOf(3_000).slice(0, 1_000), 65_536, 'malformed'],
  ['has no length', Uint8Array.of(0x75), 65_536, 'malformed'],
  ['comes a byte at a time', fileOf(3_000), 1, 'malformed'],
  ['comes in drops', fileOf(3_000), 16, 'malformed'],
  ['is empty', new Uint8Array(), 65_536, 'malformed'],
])('a file that %s is refused', async (_, file, chunk, kind) => {
  const { asked, reader } = fileChip(file, chunk, 223);
  await expect(reader.read('DG2')).rejects.toMatchObject({ name: 'EmrtdError', kind });
  expect(asked.length).toBeLessThan(10);
});

test('a bold question that ends the session is the fault of the style; a careful one is not', async () => {
  const exchange = {
    send: () => Promise.reject(new EmrtdError('secure-messaging', 'gone', { statusWord: 0x6988 })),
  };
  const readIn = (style: ReadingStyle) => createFileReader({ exchange, style, mostPlain: 223 }).read('DG1');
  await expect(readIn('extended')).rejects.toMatchObject({ name: 'StyleRefused' });
  await expect(readIn('short')).rejects.toMatchObject({ name: 'StyleRefused' });
  await expect(readIn('cautious')).rejects.toMatchObject({ name: 'EmrtdError', kind: 'secure-messaging' });
});
