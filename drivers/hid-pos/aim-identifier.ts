/** Names of symbologies by the letter of their AIM identifier (AIM Inc. ITS/04-001; ISO/IEC 15424). */
export type Symbology =
  | 'aztec'
  | 'codabar'
  | 'code-11'
  | 'code-128'
  | 'code-39'
  | 'code-49'
  | 'code-93'
  | 'code-one'
  | 'code-16k'
  | 'codablock'
  | 'data-matrix'
  | 'ean-upc'
  | 'gs1-databar'
  | 'han-xin'
  | 'interleaved-2-of-5'
  | 'maxicode'
  | 'msi'
  | 'pdf417'
  | 'plessey'
  | 'qr'
  | 'straight-2-of-5'
  | 'telepen'
  | 'unknown';

const LETTERS: Readonly<Record<string, Symbology>> = {
  A: 'code-39',
  B: 'telepen',
  C: 'code-128',
  D: 'code-one',
  E: 'ean-upc',
  F: 'codabar',
  G: 'code-93',
  H: 'code-11',
  I: 'interleaved-2-of-5',
  K: 'code-16k',
  L: 'pdf417',
  M: 'msi',
  O: 'codablock',
  P: 'plessey',
  Q: 'qr',
  R: 'straight-2-of-5',
  S: 'straight-2-of-5',
  T: 'code-49',
  U: 'maxicode',
  d: 'data-matrix',
  e: 'gs1-databar',
  h: 'han-xin',
  z: 'aztec',
};

/** The symbology an identifier such as `]Q1` names. */
export function symbologyOf(aim: string | null): Symbology {
  return (aim && LETTERS[aim.charAt(1)]) || 'unknown';
}

/** QR codes read with the extended channel interpretation on (ISO/IEC 18004, annex on symbology identifiers). */
export function carriesInterpretation(aim: string | null): boolean {
  return aim === ']Q2' || aim === ']Q4' || aim === ']Q6';
}
