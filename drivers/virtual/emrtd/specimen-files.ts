/** The data groups of a specimen passport (Doc 9303 part 10, 4.7), as whole files by number. */
import type { SpecimenPerson } from '../camera/specimen-person.ts';
import { encodeTd3Mrz } from '../camera/td3-mrz.ts';
import { tlv } from './chip-tlv.ts';

export interface SpecimenPortrait {
  /** JPEG, or JPEG 2000 in boxes or bare. */
  readonly bytes: Uint8Array;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

export function specimenMrz(person: SpecimenPerson): readonly [string, string] {
  return person.mrzLines ?? encodeTd3Mrz(person);
}

/** Number, birth and expiry with their check digits, out of the second line of a TD3 zone. */
export function mrzInformationOf([, line]: readonly [string, string]): string {
  return line.slice(0, 10) + line.slice(13, 20) + line.slice(21, 28);
}

export function encodeDg1(lines: readonly [string, string]): Buffer {
  return tlv(0x61, tlv(0x5f1f, Buffer.from(lines.join(''), 'latin1')));
}

export function encodeDg2(portrait: SpecimenPortrait): Buffer {
  const header = tlv(
    0xa1,
    tlv(0x81, Buffer.of(0x02)),
    tlv(0x82, Buffer.of(0x00)),
    tlv(0x87, Buffer.of(0x01, 0x01)),
    tlv(0x88, Buffer.of(0x00, 0x08)),
  );
  const template = tlv(0x7f60, header, tlv(0x5f2e, faceRecord(portrait)));
  return tlv(0x75, tlv(0x7f61, tlv(0x02, Buffer.of(1)), template));
}

export function encodeDg11(person: SpecimenPerson): Buffer {
  const tags = [0x5f0e, 0x5f10, 0x5f2b, 0x5f11, 0x5f42, 0x5f13];
  const values = [
    person.fullName,
    person.nik,
    person.birthDate.replaceAll('-', ''),
    person.birthPlace,
    [person.address, person.village, person.district, person.regency].join('<'),
    person.occupation,
  ];
  const list = Buffer.concat(tags.map((tag) => Buffer.of(tag >> 8, tag & 0xff)));
  const fields = values.map((value, index) => tlv(tags[index] ?? 0, Buffer.from(value, 'utf8')));
  return tlv(0x6b, tlv(0x5c, list), ...fields);
}

export function encodeDg12(person: SpecimenPerson): Buffer {
  const authority = tlv(0x5f19, Buffer.from('KANTOR IMIGRASI SPESIMEN', 'utf8'));
  const issued = tlv(0x5f26, Buffer.from(person.passportIssued.replaceAll('-', '')));
  return tlv(0x6c, tlv(0x5c, Buffer.of(0x5f, 0x19, 0x5f, 0x26)), authority, issued);
}

export function encodeCom(dataGroupTags: readonly number[]): Buffer {
  const lds = tlv(0x5f01, Buffer.from('0107'));
  const unicode = tlv(0x5f36, Buffer.from('040000'));
  return tlv(0x60, lds, unicode, tlv(0x5c, Buffer.from(dataGroupTags)));
}

/** ISO/IEC 19794-5:2005: facial record header, one facial information block, one image information block. */
function faceRecord(portrait: SpecimenPortrait): Buffer {
  const isJpeg = portrait.bytes[0] === 0xff && portrait.bytes[1] === 0xd8;
  const block = Buffer.alloc(32);
  block.writeUInt32BE(block.length + portrait.bytes.length, 0);
  // Full frontal.
  block[20] = 0x01;
  block[21] = isJpeg ? 0 : 1;
  block.writeUInt16BE(portrait.width, 22);
  block.writeUInt16BE(portrait.height, 24);
  // 24-bit RGB.
  block[26] = 0x01;
  const header = Buffer.alloc(14);
  Buffer.from([...Buffer.from('FAC'), 0, ...Buffer.from('010'), 0]).copy(header);
  header.writeUInt32BE(header.length + block.length + portrait.bytes.length, 8);
  header.writeUInt16BE(1, 12);
  return Buffer.concat([header, block, portrait.bytes]);
}
