/** How many commands a reading takes, as against the least that the protocols and the chip's limits allow. */
import { expect, test } from 'vitest';
import { mostPlainBytes } from './secure-messaging/protected-length.ts';
import { jpegOf, passport, read } from './testing/passport-rig.ts';

const WORST_RATIO = 1.15;

/** EF.CardAccess, five of PACE or three of BAC, the application, then each file in as many answers as it fills. */
function leastCommands(pace: boolean, fileLengths: readonly number[], mostPlain: number): number {
  const opening = 1 + (pace ? 5 : 2) + 1;
  return fileLengths.reduce((total, length) => total + Math.ceil(length / mostPlain), opening);
}

test.each([
  ['PACE, short, a small portrait', true, null, 12_000],
  ['PACE, short, a large portrait', true, null, 60_000],
  ['PACE, extended, 1 kB answers', true, 1_024, 20_000],
  ['PACE, extended, 64 kB answers', true, 65_536, 60_000],
  ['BAC, short', false, null, 20_000],
  ['BAC, extended, 2 kB answers', false, 2_048, 20_000],
  ['BAC, extended, 64 kB answers', false, 65_536, 20_000],
  ['no portrait asked for, short', true, null, 0],
])('%s', async (_, pace, responseLimit, portraitLength) => {
  const card = passport({
    portrait: { bytes: jpegOf(Math.max(100, portraitLength)), width: 413, height: 531 },
    responseLimit,
    ...(pace ? {} : { pace: null }),
  });
  const parts = portraitLength > 0 ? (['face'] as const) : [];
  const reading = await read(card, { extended: responseLimit !== null, parts });
  expect(reading.authenticity.kind).toBe('verified');
  const lengths = [...reading.files.values()].map((file) => file.length);
  const least = leastCommands(pace, lengths, mostPlainBytes(pace ? 16 : 8, responseLimit ?? 258));
  expect(reading.exchanges).toBe(card.commands());
  expect(reading.exchanges / least).toBeLessThanOrEqual(WORST_RATIO);
  expect(reading.exchanges).toBeGreaterThanOrEqual(least);
});
