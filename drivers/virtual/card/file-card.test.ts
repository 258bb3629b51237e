import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeAtr } from '../../ccid/atr.ts';
import { createFileCard, type FileCardOptions } from './file-card.ts';

const FILE = Uint8Array.from({ length: 300 }, (_, index) => index);

function createCard(options: Partial<FileCardOptions> = {}) {
  const card = createFileCard({
    files: { 12033: FILE },
    objects: { 66: Uint8Array.of(1, 2) },
    ...options,
  });
  const say = (text: string) =>
    Buffer.from(card.process(Buffer.from(text.replaceAll(' ', ''), 'hex')).response).toString('hex');
  return { card, say };
}

test('selects by identifier and reads with short and extended lengths', () => {
  const { card, say } = createCard();
  expect(say('00 b0 00 00 00')).toBe('6986');
  expect(say('00 a4 00 0c 02 2f 02')).toBe('6a82');
  expect(say('00 a4 00 0c 02 2f 01')).toBe('9000');
  expect(say('00 b0 00 02 03')).toBe('0203049000');
  expect(say('00 b0 00 00 00')).toHaveLength(2 * 258);
  expect(say('00 b0 00 00 00 00 00')).toHaveLength(2 * 302);
  expect(say('00 b0 01 20 20').slice(-4)).toBe('6282');
  expect(say('00 b0 01 2c 01')).toBe('6b00');
  card.reset();
  expect(say('00 b0 00 00 00')).toBe('6986');
});

test('knows data objects and challenges, and says what it does not know', () => {
  const { say } = createCard();
  expect(say('00 ca 00 42 00')).toBe('01029000');
  expect(say('00 ca 00 43 00')).toBe('6a88');
  expect(say('00 84 00 00 08')).not.toBe(say('00 84 00 00 08'));
  expect(say('00 20 00 00')).toBe('6d00');
  expect(say('80 a4 00 00')).toBe('6e00');
  expect(say('00 a4 00 0c 03 2f 01')).toBe('6700');
});

test('takes a chain only when it says so', () => {
  const chained = createCard({ chaining: true });
  expect(chained.say('00 a4 00 0c 02 2f 01')).toBe('9000');
  expect(chained.say('10 d6 00 00 02 aa bb')).toBe('9000');
  expect(chained.say('00 d6 00 00 01 cc')).toBe('9000');
  expect(chained.say('00 b0 00 00 04')).toBe('aabbcc039000');
  expect(createCard().say('10 d6 00 00 02 aa bb')).toBe('6e00');
});

test.each(['contactless', 'T=0', 'T=1'] as const)(
  'its answer to reset is one, and tells the protocol: %s',
  (protocol) => {
    const atr = decodeAtr(createCard({ protocol, fiDi: 0x95, ifsc: 100 }).card.atr);
    expect(atr?.protocols).toEqual({ contactless: [0, 1], 'T=0': [0], 'T=1': [1] }[protocol]);
    if (protocol === 'T=1') expect(atr).toMatchObject({ ifsc: 100, fiDi: 0x95 });
  },
);

test('any bytes are answered with a status word', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 40 })), (commands) => {
      const { card } = createCard({ chaining: true });
      for (const command of commands) {
        expect(card.process(command).response.length).toBeGreaterThanOrEqual(2);
      }
    }),
  );
});
