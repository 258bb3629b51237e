/** Chips that lie, break, forget or are taken away: every one ends in a verdict or a typed error. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CardError } from '../smart-card/card-error.ts';
import { createSpecimenIssuer } from '../virtual/emrtd/specimen-issuer.ts';
import type { SpecimenAlgorithm } from '../virtual/emrtd/specimen-key.ts';
import { EmrtdError } from './emrtd-error.ts';
import { ALL_PARTS, jpegOf, passport, read } from './testing/passport-rig.ts';

const VERIFIED = { kind: 'verified', issuer: 'C=ID,O=SPESIMEN,CN=CSCA SPESIMEN' };

test.each([1, 2, 11, 12])('DG%i changed after it was signed is noticed', async (group) => {
  const reading = await read(passport({ tampered: [group] }), { parts: ALL_PARTS });
  expect(reading.authenticity).toEqual({ kind: 'failed', reason: 'data-group-changed' });
});

test('a signature that does not hold is noticed', async () => {
  const reading = await read(passport({ forgedSignature: true }));
  expect(reading.authenticity).toEqual({ kind: 'failed', reason: 'signature-wrong' });
});

test('an issuer that is not in the trust list is unknown, which is no alarm', async () => {
  const other = createSpecimenIssuer({ seed: 'negeri lain' });
  for (const trusted of [[], [other]]) {
    const { authenticity } = await read(passport(), { trusted });
    expect(authenticity).toEqual({
      kind: 'unknown-issuer',
      reason: 'not-in-trust-list',
      issuer: 'C=ID,O=SPESIMEN,CN=CSCA SPESIMEN',
    });
  }
});

test('dates are judged at the date that is given', async () => {
  const issuer = createSpecimenIssuer({ seed: 'spesimen', validFrom: '240101', validUntil: '291231' });
  const card = passport({ issuer });
  const at = async (today: string) => {
    const { certificates } = (await import('./trust/trust-list.ts')).decodeTrustList([
      issuer.countryCertificate,
    ]);
    return (await read(card, { trust: { certificates, today } })).authenticity;
  };
  expect(await at('2023-12-31')).toEqual({ kind: 'failed', reason: 'signer-out-of-date' });
  expect(await at('2024-01-01')).toEqual(VERIFIED);
  expect(await at('2029-12-31')).toEqual(VERIFIED);
  expect(await at('2030-01-01')).toEqual({ kind: 'failed', reason: 'signer-out-of-date' });
});

const ALGORITHMS: readonly SpecimenAlgorithm[] = [
  { kind: 'rsa-pkcs1', hash: 'sha256' },
  { kind: 'rsa-pss', hash: 'sha512' },
  { kind: 'ecdsa', curve: 'P-256', hash: 'sha1' },
  { kind: 'ecdsa', curve: 'P-521', hash: 'sha512', spelledOut: true },
  { kind: 'ecdsa', curve: 'brainpoolP224r1', hash: 'sha224' },
  { kind: 'ecdsa', curve: 'brainpoolP384r1', hash: 'sha384', spelledOut: true },
];

test.each(ALGORITHMS)(
  'an issuer with $kind, $curve, $hash is verified, and its forgery is not',
  async (algorithm) => {
    const issuer = createSpecimenIssuer({
      seed: 'algoritma',
      country: algorithm,
      signer: algorithm,
      securityObjectVersion: 1,
    });
    const trusted = [issuer];
    expect((await read(passport({ issuer }), { trusted })).authenticity).toEqual(VERIFIED);
    const forged = await read(passport({ issuer, forgedSignature: true }), { trusted });
    expect(forged.authenticity).toEqual({ kind: 'failed', reason: 'signature-wrong' });
  },
);

test.each([
  [{ chipAuthentication: { cipher: '3des', curve: 'P-256' } }],
  [{ chipAuthentication: { cipher: 'aes-128', curve: 'P-256' } }],
  [{ activeAuthentication: { curve: 'P-256' } }],
] as const)('a copy with %j cannot prove itself, and is read all the same', async (proof) => {
  const reading = await read(passport({ ...proof, copied: true }), { parts: ALL_PARTS });
  expect(reading.chip).toMatchObject({ kind: 'failed' });
  expect(reading.face).toMatchObject({ kind: 'read' });
  expect(reading.authenticity).toEqual(VERIFIED);
});

test('a card taken away at any command ends in removed, and the next reading is whole', async () => {
  for (const pace of [undefined, null]) {
    const card = passport({
      ...(pace === null ? { pace } : {}),
      portrait: { bytes: jpegOf(900), width: 10, height: 10 },
      chipAuthentication: { cipher: 'aes-128', curve: 'P-256' },
    });
    const { exchanges } = await read(card, { parts: ALL_PARTS });
    for (let removedAt = 1; removedAt <= exchanges; removedAt += 1) {
      const taken = await read(card, { parts: ALL_PARTS, removedAt }).catch((error: unknown) => error);
      expect(taken).toBeInstanceOf(CardError);
      expect(taken).toMatchObject({ kind: 'removed' });
      if (removedAt % 5 === 0) expect((await read(card)).authenticity).toEqual(VERIFIED);
    }
    expect((await read(card)).authenticity).toEqual(VERIFIED);
  }
});

test('a bit changed in any answer never goes unnoticed', async () => {
  const card = passport({ portrait: { bytes: jpegOf(900), width: 10, height: 10 } });
  const { exchanges } = await read(card);
  for (let at = 1; at <= exchanges; at += 1) {
    card.setFault({ kind: 'corrupt', at });
    const outcome = await read(card).catch((error: unknown) => error);
    if (outcome instanceof Error) {
      expect(outcome instanceof EmrtdError || outcome instanceof CardError).toBe(true);
    } else {
      // A broken answer to the first question looks like a chip without PACE, and BAC then reads it rightly.
      expect(outcome).toMatchObject({ authenticity: VERIFIED });
    }
  }
});

test.each([0x6982, 0x6a82, 0x6988, 0x6985, 0x6f00, 0x6700])(
  'status word %i at any command ends as it should',
  async (statusWord) => {
    const card = passport({ portrait: { bytes: jpegOf(900), width: 10, height: 10 } });
    const { exchanges } = await read(card);
    for (let at = 1; at <= exchanges; at += 1) {
      card.setFault({ kind: 'refuse', at, statusWord });
      const outcome = await read(card).catch((error: unknown) => error);
      if (outcome instanceof Error) {
        expect(outcome instanceof EmrtdError || outcome instanceof CardError).toBe(true);
      } else {
        expect(outcome).toMatchObject({ authenticity: VERIFIED });
      }
      card.setFault(null);
      expect((await read(card)).authenticity).toEqual(VERIFIED);
    }
  },
);

test('an aborted signal stops the reading at once', async () => {
  const controller = new AbortController();
  const card = passport();
  const reading = read(card, {
    signal: controller.signal,
    onProgress: ({ step }) => step === 'reading' && controller.abort(),
  });
  await expect(reading).rejects.toMatchObject({ name: 'CardError', kind: 'aborted' });
  const commands = card.commands();
  await new Promise((resolve) => setImmediate(resolve));
  expect(card.commands()).toBe(commands);
});

test('a card without the application is not a passport', async () => {
  const card = { ...passport(), process: () => ({ response: Uint8Array.of(0x6a, 0x82), worksMs: 0 }) };
  await expect(read(card)).rejects.toMatchObject({ name: 'EmrtdError', kind: 'not-a-passport' });
});

test('a card that answers with any bytes at all ends in a typed error', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uint8Array({ maxLength: 80 }), { minLength: 1, maxLength: 12 }),
      async (answers) => {
        let turn = 0;
        const process = () => ({
          response: answers[turn++ % answers.length] ?? new Uint8Array(),
          worksMs: 0,
        });
        const outcome = await read({ ...passport(), process }).catch((error: unknown) => error);
        expect(outcome instanceof EmrtdError || outcome instanceof CardError).toBe(true);
      },
    ),
    { numRuns: 200 },
  );
});

test('progress runs from nothing to all and never falls', async () => {
  const fractions: number[] = [];
  const portrait = { bytes: jpegOf(30_000), width: 413, height: 531 };
  await read(passport({ portrait }), { onProgress: ({ fraction }) => fractions.push(fraction) });
  expect(fractions[0]).toBe(0);
  expect(fractions.at(-1)).toBe(1);
  expect(fractions).toEqual([...fractions].sort((one, other) => one - other));
  expect(new Set(fractions).size).toBeGreaterThan(100);
});
