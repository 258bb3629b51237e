import { carriesInterpretation } from './aim-identifier.ts';

/** Extended channel interpretations (AIM Inc. ITS/04-023): `\000003` is ISO/IEC 8859-1, `\000026` is UTF-8. */
const LATIN_1 = 3;

/** Scanners add these to a code so that a form goes on to its next field. */
const SUFFIX = /[\r\n\t]+$/;

/**
 * The text of a scan. A QR code without a declared character set should be ISO/IEC 8859-1, but what makes them today
 * writes UTF-8: bytes that are good UTF-8 are read as such, all others as ISO/IEC 8859-1. Pure, never fails.
 */
export function decodeScanText(data: Uint8Array, aim: string | null): string {
  const { bytes, interpretation } = carriesInterpretation(aim)
    ? readInterpretation(data)
    : { bytes: data, interpretation: null };
  return (interpretation === LATIN_1 ? latin1(bytes) : eitherWay(bytes)).replace(SUFFIX, '');
}

function eitherWay(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return latin1(bytes);
  }
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

/** With interpretations on, a backslash and six digits declare one and a backslash of the data comes twice. */
function readInterpretation(data: Uint8Array): { bytes: Uint8Array; interpretation: number | null } {
  const text = latin1(data);
  let interpretation: number | null = null;
  const plain = text.replaceAll(/\\(\\|\d{6})/g, (_, escaped: string) => {
    if (escaped === '\\') return escaped;
    interpretation = Number(escaped);
    return '';
  });
  return { bytes: Buffer.from(plain, 'latin1'), interpretation };
}
