import { expect, test } from 'vitest';
import { ALL_PARTS, jpegOf, passport, read } from './testing/passport-rig.ts';

test('everything a passport says is read, and it is genuine', async () => {
  const portrait = { bytes: jpegOf(20_000), width: 413, height: 531 };
  const card = passport({ portrait, chipAuthentication: { cipher: 'aes-256', curve: 'P-384' } });
  const reading = await read(card, { parts: ALL_PARTS });
  expect(reading.protocol).toEqual({ kind: 'PACE', cipher: 'aes-128', curve: 'brainpoolP256r1' });
  expect(reading.mrz).toMatchObject({
    format: 'TD3',
    valid: true,
    documentCode: 'P',
    issuingState: 'IDN',
    documentNumber: 'X0000000',
    surname: 'SPESIMEN',
    givenNames: 'RATNA DEWI',
    nationality: 'IDN',
    birthDate: '900817',
    sex: 'female',
    expiryDate: '340301',
  });
  expect(reading.face).toEqual({ kind: 'read', value: { kind: 'jpeg', ...portrait } });
  expect(reading.personalDetails).toMatchObject({
    kind: 'read',
    value: { fullName: 'RATNA DEWI SPESIMEN', birthDate: '1990-08-17', birthPlace: 'LIWA', telephone: null },
  });
  expect(reading.documentDetails).toMatchObject({ kind: 'read', value: { issueDate: '2024-03-01' } });
  expect(reading.index).toEqual({
    kind: 'read',
    value: { ldsVersion: '1.7', unicodeVersion: '4.0.0', dataGroups: [1, 2, 11, 12, 14] },
  });
  expect(reading.authenticity).toEqual({ kind: 'verified', issuer: 'C=ID,O=SPESIMEN,CN=CSCA SPESIMEN' });
  expect(reading.chip).toEqual({ kind: 'genuine', by: 'chip-authentication' });
});
