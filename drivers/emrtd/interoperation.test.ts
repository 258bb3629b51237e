/** Reader and chip, which share only the primitives, over every way they can meet. */
import { expect, test } from 'vitest';
import type { CipherName } from './crypto/cipher-suite.ts';
import type { CurveName } from './crypto/curve.ts';
import { ALL_PARTS, jpegOf, MRZ_ACCESS, passport, read } from './testing/passport-rig.ts';

const CIPHERS: readonly CipherName[] = ['3des', 'aes-128', 'aes-192', 'aes-256'];
const CURVES: readonly CurveName[] = [
  'P-192',
  'brainpoolP192r1',
  'P-224',
  'brainpoolP224r1',
  'P-256',
  'brainpoolP256r1',
  'brainpoolP320r1',
  'P-384',
  'brainpoolP384r1',
  'brainpoolP512r1',
  'P-521',
];
const VERIFIED = { kind: 'verified', issuer: 'C=ID,O=SPESIMEN,CN=CSCA SPESIMEN' };

test.each(CURVES.flatMap((curve) => CIPHERS.map((cipher) => [curve, cipher] as const)))(
  'PACE with %s and %s, short and extended',
  async (curve, cipher) => {
    for (const extended of [false, true]) {
      const card = passport({ pace: { curve, cipher }, responseLimit: extended ? 2_048 : null });
      const reading = await read(card, { extended });
      expect(reading.protocol).toEqual({ kind: 'PACE', cipher, curve });
      expect(reading.authenticity).toEqual(VERIFIED);
      expect(reading.face).toMatchObject({ kind: 'read', value: { bytes: jpegOf(3_000) } });
    }
  },
);

test.each([
  ['short reader, short chip', false, null],
  ['short reader, extended chip', false, 2_048],
  ['extended reader, short chip', true, null],
  ['extended reader, extended chip', true, 65_536],
])('BAC: %s', async (_, extended, responseLimit) => {
  const card = passport({ pace: null, responseLimit });
  const reading = await read(card, { extended, parts: ALL_PARTS });
  expect(reading.protocol).toEqual({ kind: 'BAC' });
  expect(reading.authenticity).toEqual(VERIFIED);
  expect(reading.chip).toEqual({ kind: 'not-offered' });
});

test.each(
  CIPHERS.flatMap((cipher) =>
    (['P-224', 'brainpoolP320r1', 'P-521'] as const).map((curve) => [cipher, curve] as const),
  ),
)('chip authentication with %s and %s, with a key number and without', async (cipher, curve) => {
  for (const chipAuthentication of [
    { cipher, curve },
    { cipher, curve, keyId: 3 },
  ]) {
    const reading = await read(passport({ chipAuthentication }), { parts: ['chip'] });
    expect(reading.chip).toEqual({ kind: 'genuine', by: 'chip-authentication' });
    expect(reading.authenticity).toEqual(VERIFIED);
  }
});

test('active authentication with RSA and with elliptic curves', async () => {
  const genuine = { kind: 'genuine', by: 'active-authentication' };
  const rsa = passport({ activeAuthentication: 'rsa', responseLimit: 1_024 });
  expect((await read(rsa, { parts: ['chip'], extended: true })).chip).toEqual(genuine);
  // A signature of 256 bytes fits no short answer.
  expect((await read(rsa, { parts: ['chip'] })).chip).toEqual({ kind: 'not-offered' });
  const curve = passport({ activeAuthentication: { curve: 'brainpoolP384r1' } });
  expect((await read(curve, { parts: ['chip'] })).chip).toEqual(genuine);
});

test('a card access number opens PACE, and nothing else', async () => {
  const access = { kind: 'can', number: '271828' } as const;
  const card = passport({ cardAccessNumber: '271828' });
  expect((await read(card, { access })).authenticity).toEqual(VERIFIED);
  await expect(read(passport({ pace: null }), { access })).rejects.toMatchObject({ kind: 'unsupported' });
});

test('a chip that refuses the PACE it offers is opened with BAC, where it knows it', async () => {
  const card = passport();
  card.setFault({ kind: 'refuse', at: 2, statusWord: 0x6a80 });
  expect((await read(card)).protocol).toEqual({ kind: 'BAC' });
  const without = passport({ bac: false });
  without.setFault({ kind: 'refuse', at: 2, statusWord: 0x6a80 });
  await expect(read(without)).rejects.toMatchObject({ kind: 'refused', statusWord: 0x6a80 });
});

test('a chip with two curves is told which one is meant', async () => {
  const pace = { cipher: 'aes-128', curve: 'P-384', otherCurve: 'brainpoolP256r1' } as const;
  expect((await read(passport({ pace }))).protocol).toMatchObject({ kind: 'PACE', curve: 'P-384' });
});

test('a chip that knows only PACE is read although another application was left selected', async () => {
  const card = passport({ bac: false });
  await read(card);
  const reading = await read({ ...card, reset() {} });
  expect(reading.protocol).toMatchObject({ kind: 'PACE' });
});

test.each(['refuse', 'leave-session'] as const)(
  'a chip that will not be read past an end (%s) is read with care',
  async (pastEnd) => {
    for (const extended of [false, true]) {
      const card = passport({ pastEnd, responseLimit: extended ? 4_096 : null });
      const reading = await read(card, { extended, parts: ['face', 'personal-details'] });
      expect(reading.authenticity).toEqual(VERIFIED);
      expect(reading.face).toMatchObject({ kind: 'read' });
      const bold = await read(passport({ responseLimit: extended ? 4_096 : null }), { extended });
      expect(reading.exchanges).toBeGreaterThan(bold.exchanges + 10);
    }
  },
);

test.each([
  ['another number', { ...MRZ_ACCESS, documentNumber: 'X0000001' }],
  ['another birth', { ...MRZ_ACCESS, birthDate: '900818' }],
  ['a wrong card access number', { kind: 'can', number: '000000' } as const],
])('%s ends in wrong-key, with PACE and with BAC', async (_, access) => {
  const cardAccessNumber = '271828';
  await expect(read(passport({ cardAccessNumber }), { access })).rejects.toMatchObject({ kind: 'wrong-key' });
  if (access.kind === 'can') return;
  await expect(read(passport({ pace: null }), { access })).rejects.toMatchObject({ kind: 'wrong-key' });
});
