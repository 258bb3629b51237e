/** DG1, the machine readable zone as the chip holds it (Doc 9303 part 10, 4.7.2). */
import { parse } from 'mrz';
import { asciiText } from '../bytes/bytes.ts';
import { readTlvs, requireValue, unwrapTlv } from '../bytes/tlv.ts';
import { EmrtdError, malformed } from '../emrtd-error.ts';

export interface PassportMrz {
  readonly format: 'TD1' | 'TD2' | 'TD3';
  readonly lines: readonly string[];
  /** Whether every field and check digit is as Doc 9303 wants it. A field that is not is null. */
  readonly valid: boolean;
  readonly documentCode: string | null;
  readonly issuingState: string | null;
  readonly documentNumber: string | null;
  readonly surname: string | null;
  /** Empty for a holder with one name. */
  readonly givenNames: string | null;
  readonly nationality: string | null;
  /** `YYMMDD`. */
  readonly birthDate: string | null;
  readonly sex: 'male' | 'female' | 'unspecified' | null;
  /** `YYMMDD`. */
  readonly expiryDate: string | null;
  readonly personalNumber: string | null;
}

/** Lines and characters a line by the length of the zone. */
const SHAPES: ReadonlyMap<number, readonly [lines: number, characters: number]> = new Map([
  [90, [3, 30]],
  [72, [2, 36]],
  [88, [2, 44]],
]);

/** Throws `malformed`, or `unsupported` for a document that is no travel document. */
export function decodeDg1(bytes: Uint8Array): PassportMrz {
  const zone = asciiText(requireValue(readTlvs(unwrapTlv(bytes, 0x61)), 0x5f1f));
  const shape = SHAPES.get(zone.length);
  if (!shape || !/^[A-Z0-9<]+$/.test(zone)) throw malformed('DG1 holds no machine readable zone');
  const [count, characters] = shape;
  const lines = Array.from({ length: count }, (_, line) =>
    zone.slice(line * characters, (line + 1) * characters),
  );
  const parsed = parseLines(lines);
  const { format, fields } = parsed;
  if (format !== 'TD1' && format !== 'TD2' && format !== 'TD3') {
    throw new EmrtdError('unsupported', `DG1 holds a zone of format ${format}`);
  }
  return {
    format,
    lines,
    valid: parsed.valid,
    documentCode: fields.documentCode ?? null,
    issuingState: fields.issuingState ?? null,
    documentNumber: parsed.documentNumber ?? fields.documentNumber ?? null,
    surname: fields.lastName ?? null,
    givenNames: fields.firstName ?? null,
    nationality: fields.nationality ?? null,
    birthDate: fields.birthDate ?? null,
    sex: sexOf(fields.sex ?? null),
    expiryDate: fields.expirationDate ?? null,
    personalNumber: fields.personalNumber || fields.optional1 || fields.optional || null,
  };
}

function parseLines(lines: readonly string[]): ReturnType<typeof parse> {
  try {
    return parse(lines);
  } catch (cause) {
    throw malformed('DG1 holds a zone that cannot be read', cause);
  }
}

function sexOf(value: string | null): PassportMrz['sex'] {
  return value === 'male' || value === 'female' ? value : value === null ? null : 'unspecified';
}
