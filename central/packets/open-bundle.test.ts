import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cut, joined } from '../bundles/pieces.ts';
import { checkBundle, openBundle } from './open-bundle.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** As a station seals it. */
function sealed(attachments: readonly Uint8Array[]) {
  const [key, nonce] = [randomBytes(32), randomBytes(12)];
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 });
  const bytes = Buffer.concat([
    nonce,
    cipher.update(Buffer.concat(attachments)),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  const content = {
    attachments: attachments.map((each) => ({ byteLength: each.byteLength, sha256: sha256(each) })),
    bundle: { key: key.toString('base64url'), byteLength: bytes.length, sha256: sha256(bytes) },
  };
  return { bytes, content };
}

/** Cut at these places, as a line may. */
function inPieces(bytes: Buffer, places: readonly number[]): Uint8Array[] {
  const ends = [...places.map((place) => place % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  return ends.map((end, index) => joined(cut([bytes], index === 0 ? 0 : (ends[index - 1] ?? 0), end)));
}

const attachmentsArbitrary = fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 4 });
const placesArbitrary = fc.array(fc.nat(2_000), { maxLength: 6 });

test('however it was cut on its way, a bundle is what was sealed', () => {
  fc.assert(
    fc.property(attachmentsArbitrary, placesArbitrary, (attachments, places) => {
      const { bytes, content } = sealed(attachments);
      expect(checkBundle(inPieces(bytes, places), content)).toBeNull();
      expect(openBundle(bytes, content)).toEqual({
        attachments: attachments.map((each) => Buffer.from(each)),
      });
    }),
  );
});

test('any flipped bit is refused, wherever it was cut', () => {
  fc.assert(
    fc.property(attachmentsArbitrary, placesArbitrary, fc.nat(), (attachments, places, bit) => {
      const { bytes, content } = sealed(attachments);
      const place = (bit >> 3) % bytes.length;
      bytes[place] = (bytes[place] ?? 0) ^ (1 << (bit & 7));
      expect(checkBundle(inPieces(bytes, places), content)).toBe('wrong-hash');
      expect(openBundle(bytes, content)).toEqual({ rejection: 'wrong-hash' });
    }),
  );
});

test('a bundle with other attachments than its application says is refused', () => {
  const [one, other] = [Buffer.from('one'), Buffer.from('other')];
  const said = (attachments: readonly Buffer[]) => sealed(attachments).content.attachments;
  const { bytes, content } = sealed([one, other]);
  const reason = (attachments: readonly Buffer[]) =>
    checkBundle([bytes], { ...content, attachments: said(attachments) });
  expect(reason([one, other])).toBeNull();
  expect(reason([other, one])).toBe('wrong-hash');
  expect(reason([one, Buffer.from('othex')])).toBe('wrong-hash');
  expect(reason([one])).toBe('ill-formed');
  expect(reason([one, other, one])).toBe('ill-formed');
});

test('what is shorter than its nonce and tag, or opens with another key, is told', () => {
  const { bytes, content } = sealed([Buffer.from('one')]);
  expect(checkBundle([bytes.subarray(0, 27)], content)).toBe('wrong-hash');
  const other = {
    ...content,
    bundle: { ...content.bundle, key: sealed([]).content.bundle.key },
  };
  expect(checkBundle([bytes], other)).toBe('not-readable');
});
