import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadImage } from '@napi-rs/canvas';
import { parse } from 'mrz';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SpecimenPerson } from './specimen-person.ts';
import { encodeTd3Mrz } from './td3-mrz.ts';
import { CAMERA_SIZE, renderScene, writeScene } from './virtual-camera.ts';

const person: SpecimenPerson = {
  fullName: 'Siti Spesimen Contoh',
  nik: '1804075203919901',
  birthPlace: 'Liwa',
  birthDate: '1991-03-12',
  sex: 'female',
  address: 'Jl. Contoh No. 12',
  rtRw: '002/001',
  village: 'Way Mengaku',
  district: 'Balik Bukit',
  regency: 'Kabupaten Lampung Barat',
  province: 'Lampung',
  religion: 'Islam',
  maritalStatus: 'Kawin',
  occupation: 'Petani/Pekebun',
  passportNumber: 'X0009912',
  passportIssued: '2021-11-02',
  passportExpiry: '2026-11-02',
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'camera-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

test('the machine readable zone is valid to a parser of its own', () => {
  const { valid, fields } = parse([...encodeTd3Mrz(person)]);
  expect(valid).toBe(true);
  expect(fields).toMatchObject({
    lastName: 'CONTOH',
    firstName: 'SITI SPESIMEN',
    documentNumber: 'X0009912',
    issuingState: 'IDN',
    birthDate: '910312',
    expirationDate: '261102',
    sex: 'female',
  });
  expect(parse([...encodeTd3Mrz({ ...person, fullName: 'Suparman' })]).valid).toBe(true);
});

test('the worked example of Doc 9303 part 4 keeps its check digits', () => {
  const [, second] = encodeTd3Mrz({
    ...person,
    passportNumber: 'L898902C3',
    birthDate: '1974-08-12',
    passportExpiry: '2012-04-15',
    nik: 'ZE184226B<<<<<<<',
  });
  expect(second).toBe('L898902C36IDN7408122F1204159ZE184226B<<<<<10');
});

test('a scene is a film of whole pictures, and another replaces it in one step', async () => {
  const path = join(folder, 'camera.mjpeg');
  await writeScene(path, 'ktp', person);
  const film = await readFile(path);
  const frames = await renderScene('ktp', person);
  expect(film.equals(Buffer.concat(frames))).toBe(true);
  for (const frame of frames) {
    const image = await loadImage(Buffer.from(frame));
    expect([image.width, image.height]).toEqual([CAMERA_SIZE.width, CAMERA_SIZE.height]);
  }
  await writeScene(path, 'face', person);
  expect((await readFile(path)).equals(film)).toBe(false);
  expect(await readdir(folder)).toEqual(['camera.mjpeg']);
});

test('a scene that cannot be written leaves nothing behind', async () => {
  await expect(writeScene(join(folder, 'missing', 'camera.mjpeg'), 'face', person)).rejects.toMatchObject({
    code: 'ENOENT',
  });
  expect(await readdir(folder)).toEqual([]);
});
