/** DG2, the face: a biometric template around one image (Doc 9303 part 10, 4.7.3; ISO/IEC 19794-5:2005, 5). */
import { asciiText } from '../bytes/bytes.ts';
import { findValue, readTlvs, requireValue, unwrapTlv } from '../bytes/tlv.ts';
import { EmrtdError, malformed } from '../emrtd-error.ts';

export interface EncodedFace {
  /** `jp2` in boxes, `j2k` a bare codestream; both are JPEG 2000. */
  readonly format: 'jpeg' | 'jp2' | 'j2k';
  /** As the header says, in pixels; 0 where it does not. The image itself decides. */
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

const FACE_RECORD = 'FAC\0';
const VERSION_1 = '010\0';
const RECORD_HEADER = 14;
const FACIAL_INFORMATION = 20;
const FEATURE_POINT = 8;
const IMAGE_INFORMATION = 12;
/** The outermost tag of a face image in ISO/IEC 39794-5, which replaces 19794-5 from 2026 on. */
const TAG_39794 = 0x65;

/** The first face. Throws `malformed`, or `unsupported` for ISO/IEC 39794-5 and images of other kinds. */
export function decodeDg2(bytes: Uint8Array): EncodedFace {
  const group = readTlvs(unwrapTlv(unwrapTlv(bytes, 0x75), 0x7f61));
  const template = readTlvs(requireValue(group, 0x7f60));
  const record = findValue(template, 0x5f2e) ?? findValue(template, 0x7f2e);
  if (!record) throw malformed('DG2 holds no biometric data');
  if (record[0] === TAG_39794) {
    throw new EmrtdError('unsupported', 'The face is encoded by ISO/IEC 39794-5');
  }
  return decodeFaceRecord(record);
}

function decodeFaceRecord(record: Uint8Array): EncodedFace {
  if (asciiText(record.subarray(0, 4)) !== FACE_RECORD) throw malformed('DG2 holds no face record');
  if (asciiText(record.subarray(4, 8)) !== VERSION_1) {
    throw new EmrtdError('unsupported', 'The face record has an unknown version');
  }
  const view = new DataView(record.buffer, record.byteOffset, record.byteLength);
  if (record.length < RECORD_HEADER + FACIAL_INFORMATION) throw malformed('The face record is cut short');
  const blockEnd = RECORD_HEADER + view.getUint32(RECORD_HEADER);
  const features = view.getUint16(RECORD_HEADER + 4);
  const information = RECORD_HEADER + FACIAL_INFORMATION + features * FEATURE_POINT;
  const start = information + IMAGE_INFORMATION;
  if (blockEnd > record.length || start >= blockEnd) throw malformed('The face record is cut short');
  const image = record.subarray(start, blockEnd);
  return {
    format: imageFormat(image),
    width: view.getUint16(information + 2),
    height: view.getUint16(information + 4),
    bytes: image,
  };
}

/** Told by the image's first bytes: the header's own word for it is wrong on some passports. */
function imageFormat(image: Uint8Array): EncodedFace['format'] {
  if (startsWith(image, [0xff, 0xd8, 0xff])) return 'jpeg';
  if (startsWith(image, [0xff, 0x4f, 0xff, 0x51])) return 'j2k';
  if (startsWith(image, [0, 0, 0, 0x0c, 0x6a, 0x50, 0x20, 0x20])) return 'jp2';
  throw new EmrtdError('unsupported', 'The face is an image of an unknown kind');
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
