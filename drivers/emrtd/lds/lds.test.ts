import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { encodeDg2 } from '../../virtual/emrtd/specimen-files.ts';
import { concatBytes } from '../bytes/bytes.ts';
import { encodeTlv } from '../bytes/tlv.ts';
import { hex } from '../testing/hex.ts';
import { passport, read } from '../testing/passport-rig.ts';
import { decodeDg1 } from './dg1.ts';
import { decodeDg2 } from './dg2.ts';
import { decodeDg11 } from './dg11.ts';
import { decodeDg12 } from './dg12.ts';
import { decodeFaceImage } from './face-image.ts';

interface Encoder {
  getDecodedBuffer(frame: object): Uint8Array;
  encode(): void;
  getEncodedBuffer(): Uint8Array;
}

const WIDTH = 48;
const HEIGHT = 64;
const SHADES = Uint8Array.from({ length: WIDTH * HEIGHT * 3 }, (_, index) => (index * 7) % 251);

/** A bare codestream without loss, by the same library's encoder. */
async function encodedShades(): Promise<Uint8Array> {
  const load = createRequire(import.meta.url)('@cornerstonejs/codec-openjpeg/wasmjs');
  const { J2KEncoder }: { J2KEncoder: new () => Encoder } = await load({ print() {}, printErr() {} });
  const encoder = new J2KEncoder();
  const frame = { width: WIDTH, height: HEIGHT, bitsPerSample: 8, componentCount: 3, isSigned: false };
  encoder.getDecodedBuffer({ ...frame, isUsingColorTransform: true }).set(SHADES);
  encoder.encode();
  return Uint8Array.from(encoder.getEncodedBuffer());
}

/** The boxes of ISO/IEC 15444-1, annex I, around a codestream. */
function boxed(codestream: Uint8Array): Uint8Array {
  const box = (type: string, value: Uint8Array) => {
    const header = Buffer.alloc(8);
    header.writeUInt32BE(8 + value.length);
    header.write(type, 4, 'latin1');
    return concatBytes(header, value);
  };
  const header = concatBytes(
    box(
      'ihdr',
      hex(`${HEIGHT.toString(16).padStart(8, '0')}${WIDTH.toString(16).padStart(8, '0')}000307070000`),
    ),
    box('colr', hex('01000000000010')),
  );
  const signature = box('jP  ', hex('0D0A870A'));
  return concatBytes(
    signature,
    box('ftyp', hex('6A703220000000006A703220')),
    box('jp2h', header),
    box('jp2c', codestream),
  );
}

test('a face in JPEG 2000, bare or in boxes, comes as its pixels', async () => {
  const codestream = await encodedShades();
  const shown = { width: WIDTH, height: HEIGHT, components: 3, pixels: SHADES };
  for (const [from, bytes] of [
    ['j2k', codestream],
    ['jp2', boxed(codestream)],
  ] as const) {
    const card = passport({ portrait: { bytes, width: WIDTH, height: HEIGHT } });
    expect((await read(card)).face).toEqual({ kind: 'read', value: { kind: 'pixels', from, ...shown } });
  }
});

test('JPEG 2000 that is cut short, or claims to be enormous, is refused without being decoded into memory', async () => {
  const codestream = await encodedShades();
  const cut = encodeDg2({ bytes: codestream.slice(0, 600), width: WIDTH, height: HEIGHT });
  await expect(decodeFaceImage(cut)).rejects.toMatchObject({ name: 'EmrtdError', kind: 'malformed' });
  const enormous = codestream.slice();
  enormous.set(hex('00010000 00010000'), 8);
  const large = encodeDg2({ bytes: enormous, width: WIDTH, height: HEIGHT });
  await expect(decodeFaceImage(large)).rejects.toMatchObject({ name: 'EmrtdError', kind: 'too-large' });
});

test('a face by ISO/IEC 39794-5 is recognised as one that is not supported', () => {
  const template = encodeTlv(0x7f60, encodeTlv(0xa1), encodeTlv(0x7f2e, hex('6503A00101')));
  const dg2 = encodeTlv(0x75, encodeTlv(0x7f61, encodeTlv(0x02, hex('01')), template));
  expect(() => decodeDg2(dg2)).toThrow(expect.objectContaining({ kind: 'unsupported' }));
});

test('DG1 of Doc 9303 part 10, appendix A: TD1, TD2 and TD3', () => {
  const dg1 = (zone: string) => decodeDg1(encodeTlv(0x61, encodeTlv(0x5f1f, Buffer.from(zone))));
  const td3 = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C<3UTO6908061F9406236ZE184226B<<<<<14';
  expect(dg1(td3)).toMatchObject({
    format: 'TD3',
    surname: 'ERIKSSON',
    givenNames: 'ANNA MARIA',
    documentNumber: 'L898902C',
    personalNumber: 'ZE184226B',
    birthDate: '690806',
    sex: 'female',
  });
  const td1 = 'I<UTOD231458907<<<<<<<<<<<<<<<7408122F1204159UTO<<<<<<<<<<<6ERIKSSON<<ANNA<MARIA<<<<<<<<<<';
  expect(dg1(td1)).toMatchObject({ format: 'TD1', documentNumber: 'D23145890', surname: 'ERIKSSON' });
  const td2 = 'I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<D231458907UTO7408122F1204159<<<<<<<6';
  expect(dg1(td2)).toMatchObject({ format: 'TD2', documentNumber: 'D23145890', expiryDate: '120415' });
  expect(() => dg1('P<UTO')).toThrow(expect.objectContaining({ kind: 'malformed' }));
});

test('dates of DG11 and DG12 come as characters or packed', () => {
  const packed = encodeTlv(0x6b, encodeTlv(0x5f2b, hex('19900817')));
  expect(decodeDg11(packed).birthDate).toBe('1990-08-17');
  const characters = encodeTlv(0x6c, encodeTlv(0x5f26, Buffer.from('20240301')));
  expect(decodeDg12(characters).issueDate).toBe('2024-03-01');
  const neither = encodeTlv(0x6c, encodeTlv(0x5f26, Buffer.from('1 MARET ')));
  expect(() => decodeDg12(neither)).toThrow(expect.objectContaining({ kind: 'malformed' }));
});
