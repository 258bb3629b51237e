import fc from 'fast-check';
import { expect, test } from 'vitest';
import { specimenVendorLine } from '../virtual/ktp-el/specimen-vendor-line.ts';
import { createWatchedFileRig } from '../virtual/ktp-el/watched-file-rig.ts';
import { createLineSplitter } from './line-splitter.ts';
import { createVendorFileAdapter, LONGEST_LINE } from './vendor-file-adapter.ts';
import { readVendorLine } from './vendor-line.ts';

const line = (name: string) => `${specimenVendorLine({ name })}\r\n`;

async function adapterOver(content: string | null) {
  const rig = createWatchedFileRig(content);
  const adapter = await createVendorFileAdapter(rig.file);
  const names: string[] = [];
  const troubles: unknown[] = [];
  adapter.onBiodata(({ name }) => names.push(name));
  adapter.onTrouble((error) => troubles.push(error));
  return { rig, adapter, names, troubles };
}

test('a line of the reader gives the fields an office is known to read', () => {
  expect(readVendorLine(specimenVendorLine())).toEqual({
    nik: '1804000000000001',
    name: 'SITI SPESIMEN, S.PD.',
    birthPlace: 'LIWA',
    birthDate: '1990-02-28',
    sex: 'female',
    bloodType: null,
    address: 'JL. CONTOH NO. 1',
    rtRw: null,
    village: null,
    district: null,
    city: 'LAMPUNG BARAT',
    religion: null,
    maritalStatus: 'KAWIN',
    occupation: 'PETANI/PEKEBUN',
    nationality: null,
    validUntil: null,
  });
});

test.each([
  ['another line', 'KTP-el --> HEX "1","2"'],
  ['a field too few', specimenVendorLine().replace('"KAWIN",', '')],
  ['a field too many', specimenVendorLine().replace('"KAWIN",', '"KAWIN","",')],
  ['a NIK of 15 digits', specimenVendorLine({ nik: '180400000000001' })],
  ['no name', specimenVendorLine({ name: ' ' })],
  ['a quote in a field', specimenVendorLine({ address: 'JL. "MAWAR" 1' })],
  ['half a line', specimenVendorLine().slice(0, -30)],
  ['nothing quoted', 'KTP-el --> ASCII 1,2,3'],
])('%s is none', (_, text) => {
  expect(readVendorLine(text)).toBeNull();
});

test.each([
  ['31-12-1999', '1999-12-31'],
  ['29/02/2000', '2000-02-29'],
  ['29-02-1900', null],
  ['31-04-1999', null],
  ['1999-12-31', null],
  ['', null],
])('the date %s is %s', (birthDate, expected) => {
  expect(readVendorLine(specimenVendorLine({ birthDate }))?.birthDate).toBe(expected);
});

test('tells what is added, and nothing of what was there', async () => {
  const { rig, names } = await adapterOver(line('LAMA SPESIMEN'));
  await rig.append(line('A SPESIMEN'));
  await rig.append(`2026 start\n${line('B SPESIMEN')}KTP-el --> ASCII "broken\n${line('C SPESIMEN')}`);
  expect(names).toEqual(['A SPESIMEN', 'B SPESIMEN', 'C SPESIMEN']);
});

test('a line written in pieces is told once, whole; one begun before the start is not', async () => {
  const text = line('A SPESIMEN');
  const { rig, names } = await adapterOver(line('LAMA SPESIMEN').slice(0, 60));
  await rig.append(line('LAMA SPESIMEN').slice(60));
  for (const piece of text.match(/[\s\S]{1,7}/g) ?? []) await rig.append(piece);
  expect(names).toEqual(['A SPESIMEN']);
});

test('emptied, replaced, removed and made anew, the file is read from its beginning', async () => {
  const { rig, names, troubles } = await adapterOver(null);
  await rig.replace(line('A SPESIMEN'));
  await rig.truncate('');
  await rig.append(line('B SPESIMEN'));
  await rig.truncate(line('C SPESIMEN'));
  await rig.replace(line('D SPESIMEN'));
  await rig.replace(null);
  await rig.replace(line('E SPESIMEN'));
  expect(names.map((name) => name[0])).toEqual(['A', 'B', 'C', 'D', 'E']);
  expect(troubles).toEqual([]);
});

test('emptied and filled past the old place between two looks, the new lines are not lost', async () => {
  const { rig, names } = await adapterOver('');
  await rig.append(line('A SPESIMEN'));
  await rig.truncate(line('B SPESIMEN YANG LEBIH PANJANG') + line('C SPESIMEN'));
  expect(names.map((name) => name[0])).toEqual(['A', 'B', 'C']);
});

test('a line without an end takes no memory and hides only itself', async () => {
  const { rig, names } = await adapterOver('');
  for (let part = 0; part < 10; part += 1) await rig.append('x'.repeat(LONGEST_LINE));
  await rig.append(`${line('A SPESIMEN')}${line('B SPESIMEN')}`);
  expect(names).toEqual(['B SPESIMEN']);
});

test('a file that cannot be read is trouble, and what it held by then is passed over', async () => {
  const { rig, names, troubles } = await adapterOver('');
  rig.setBroken(true);
  await rig.append(line('A SPESIMEN'));
  expect(troubles).toHaveLength(1);
  rig.setBroken(false);
  await rig.append(line('B SPESIMEN'));
  expect(names).toEqual(['A SPESIMEN', 'B SPESIMEN']);

  const late = createWatchedFileRig(line('LAMA SPESIMEN'));
  late.setBroken(true);
  const adapter = await createVendorFileAdapter(late.file);
  adapter.onBiodata(({ name }) => names.push(name));
  late.setBroken(false);
  await late.append(line('LAMA SPESIMEN'));
  await late.append(line('C SPESIMEN'));
  expect(names.at(-1)).toBe('C SPESIMEN');
  expect(names).toHaveLength(3);
});

test('closed, it tells nothing more and lets the file go', async () => {
  const { rig, adapter, names } = await adapterOver('');
  await adapter.close();
  await rig.append(line('A SPESIMEN'));
  expect(names).toEqual([]);
  expect(rig.isClosed()).toBe(true);
});

test('any text is a card or none, and the splitter gives back every line that fits', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      readVendorLine(text);
      readVendorLine(`KTP-el --> ASCII "${text}"`);
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 1, max: 40 }), (bytes, size) => {
      const splitter = createLineSplitter(20);
      const lines = [];
      for (let at = 0; at < bytes.length; at += size)
        lines.push(...splitter.push(bytes.subarray(at, at + size)));
      const whole = [];
      for (let start = 0; ; ) {
        const end = bytes.indexOf(0x0a, start);
        if (end < 0) break;
        const decoded = new TextDecoder().decode(bytes.subarray(start, end)).replace(/\r$/, '');
        if (end - start <= 20) whole.push(decoded);
        start = end + 1;
      }
      expect(lines).toEqual(whole);
    }),
  );
});
