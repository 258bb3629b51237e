import { createCanvas } from '@napi-rs/canvas';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CardChannel } from '../smart-card/card-channel.ts';
import { CardError } from '../smart-card/card-error.ts';
import { createDirectCardChannel } from '../virtual/ktp-el/direct-card-channel.ts';
import { createVirtualKtpCard } from '../virtual/ktp-el/virtual-ktp-card.ts';
import { readBinary, selectFile } from './ktp-commands.ts';
import { KtpPhotoError } from './ktp-photo-error.ts';
import { readKtpPhoto } from './read-ktp-photo.ts';

const photo = new Uint8Array(createCanvas(120, 160).toBuffer('image/jpeg'));

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

test('commands', () => {
  expect(hex(selectFile(0x7f0a))).toBe('00a40000027f0a');
  expect(hex(readBinary(0x0102, 0xf8))).toBe('00b00102f8');
});

test.each([
  { pastTheEnd: 'warning', maximumResponseLength: 258 },
  { pastTheEnd: 'right-length', maximumResponseLength: 258 },
  { pastTheEnd: 'warning', maximumResponseLength: 34 },
] as const)('reads the photo of a specimen card (%o)', async ({ pastTheEnd, maximumResponseLength }) => {
  const card = createVirtualKtpCard({ photo, pastTheEnd });
  const channel = createDirectCardChannel(card, { maximumResponseLength });
  const told: number[] = [];
  const read = await readKtpPhoto(channel, {
    onProgress: ({ receivedBytes, totalBytes }) => {
      expect(totalBytes).toBe(photo.length);
      told.push(receivedBytes);
    },
  });
  expect(Buffer.compare(read.jpeg, photo)).toBe(0);
  expect(read).toMatchObject({ uid: card.uid, width: 120, height: 160 });
  expect(told.at(-1)).toBe(photo.length);
  expect(told).toEqual([...told].sort((one, other) => one - other));
  const first = channel.sent.slice(0, 4).map(hex);
  expect(first).toEqual(['ffca000000', '00a40000027f0a', '00a40000026ff2', '00b0000008']);
});

test.each([
  ['another card', { photo, isKtp: false }, 'not-ktp-el'],
  ['an empty photo', { photo, announcedLength: 0 }, 'no-photo'],
  ['a photo beyond any card', { photo, announcedLength: 16_385 }, 'too-large'],
  ['a photo shorter than announced', { photo, announcedLength: photo.length + 40 }, 'damaged'],
  ['a photo cut short', { photo: photo.subarray(0, -2) }, 'damaged'],
  ['a photo that is none', { photo: new Uint8Array(300) }, 'damaged'],
  ['a photo of three bytes', { photo: Uint8Array.of(0xff, 0xd8, 0xff) }, 'damaged'],
] as const)('%s is a typed error', async (_, options, kind) => {
  const reading = readKtpPhoto(createDirectCardChannel(createVirtualKtpCard(options)));
  await expect(reading).rejects.toMatchObject({ name: 'KtpPhotoError', kind });
});

test('what follows EOI is not part of the photo', async () => {
  const padded = Uint8Array.from([...photo, 0, 0, 0, 0]);
  const { jpeg } = await readKtpPhoto(createDirectCardChannel(createVirtualKtpCard({ photo: padded })));
  expect(jpeg.length).toBe(photo.length);
});

test('removed before any command: the error says so, and a card laid again reads', async () => {
  const card = createVirtualKtpCard({ photo });
  const whole = createDirectCardChannel(card);
  await readKtpPhoto(whole);
  expect(whole.sent.length).toBeGreaterThan(5);
  for (let removeAfter = 0; removeAfter < whole.sent.length; removeAfter += 1) {
    const reading = readKtpPhoto(createDirectCardChannel(card, { removeAfter }));
    await expect(reading).rejects.toMatchObject({ name: 'CardError', kind: 'removed' });
  }
  expect((await readKtpPhoto(createDirectCardChannel(card))).width).toBe(120);
});

test('aborting ends it, before and in the middle', async () => {
  const card = createVirtualKtpCard({ photo });
  const controller = new AbortController();
  const reading = readKtpPhoto(createDirectCardChannel(card), {
    signal: controller.signal,
    onProgress: () => controller.abort(),
  });
  await expect(reading).rejects.toMatchObject({ kind: 'aborted' });
  const late = readKtpPhoto(createDirectCardChannel(card), { signal: AbortSignal.abort() });
  await expect(late).rejects.toMatchObject({ kind: 'aborted' });
});

test('a reader that cannot tell the serial number reads the photo all the same', async () => {
  const card = createVirtualKtpCard({ photo });
  const read = await readKtpPhoto(createDirectCardChannel({ ...card, uid: null }));
  expect(read.uid).toBeNull();
  expect(read.width).toBe(120);
});

test('the specimen card shuts what a real one shuts', () => {
  const card = createVirtualKtpCard({ photo });
  const answer = (...command: number[]) => hex(card.process(Uint8Array.from(command)).response.slice(-2));
  expect(answer(0x00, 0xa4, 0x00, 0x00, 0x02, 0x6f, 0xf2)).toBe('6a82');
  expect(answer(...selectFile(0x7f0a))).toBe('9000');
  expect(answer(...readBinary(0, 8))).toBe('6986');
  for (const file of [0x6ff1, 0x6ff3, 0x6ff4, 0x6ff5, 0x6ff6]) {
    expect(answer(...selectFile(file))).toBe('9000');
    expect(answer(...readBinary(0, 8))).toBe('6982');
  }
  expect(answer(...selectFile(0x6ff2))).toBe('9000');
  expect(answer(...readBinary(photo.length + 2, 8))).toBe('6b00');
  expect(answer(0x00, 0xb0, 0x80, 0x00, 0x08)).toBe('6a86');
  expect(answer(0x00, 0xa4, 0x04, 0x00, 0x02, 0x6f, 0xf2)).toBe('6a86');
  expect(answer(0x00, 0xa4, 0x00, 0x00, 0x02)).toBe('6700');
  expect(answer(0x00, 0x84, 0x00, 0x00, 0x08)).toBe('6d00');
  expect(answer(0xff, 0xca, 0x00, 0x00, 0x00)).toBe('6e00');
  card.reset();
  expect(answer(...readBinary(0, 8))).toBe('6986');
});

test('whatever a card answers, reading ends in a photo or a typed error', async () => {
  const answers = fc.array(fc.uint8Array({ maxLength: 260 }), { maxLength: 12 });
  const well = fc
    .constantFrom('9000', '00409000', 'ffd89000', '6282', '6c04')
    .map((text) => Buffer.from(text, 'hex'));
  await fc.assert(
    fc.asyncProperty(fc.oneof(answers, fc.array(well, { maxLength: 40 })), async (responses) => {
      let sent = 0;
      const channel: CardChannel = {
        atr: new Uint8Array(),
        maximumResponseLength: 258,
        maximumCommandLength: 261,
        async transmit() {
          sent += 1;
          return responses[sent - 1] ?? Uint8Array.of(0x90, 0x00);
        },
      };
      try {
        await readKtpPhoto(channel);
      } catch (error) {
        expect(error instanceof CardError || error instanceof KtpPhotoError).toBe(true);
      }
      expect(sent).toBeLessThan(60);
    }),
  );
});

test('a virtual card answers any command with a status word', () => {
  const card = createVirtualKtpCard({ photo });
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (command) => card.process(command).response.length >= 2),
  );
});
