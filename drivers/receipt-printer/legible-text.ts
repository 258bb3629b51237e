import { CODE_PAGE_437, CODE_PAGE_1252 } from './code-pages.ts';

/** Typographic characters whose plain forms read the same and need no change of code page. */
const PLAIN_FORMS: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  ʼ: "'",
  ʻ: "'",
  '“': '"',
  '”': '"',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '…': '...',
  '•': '·',
  '\u00ad': '',
  đ: 'd',
  Đ: 'D',
  ł: 'l',
  Ł: 'L',
  ı: 'i',
};

const PRINTABLE = new Set(
  [...CODE_PAGE_437, ...CODE_PAGE_1252].filter((character) => character !== '\ufffd'),
);

/**
 * Text a receipt printer can print, near to what was meant: letters keep their diacritics where the printer
 * has them and lose them where it does not; anything else becomes `?`. Every control character becomes a
 * space, so no text can smuggle in a printer command. Line breaks stay.
 */
export function toLegible(text: string): string {
  let legible = '';
  for (const character of text.normalize('NFC').replace(/\r\n?/g, '\n'))
    legible += legibleCharacter(character);
  return legible;
}

function legibleCharacter(character: string): string {
  if (character === '\n') return character;
  const plain = PLAIN_FORMS[character];
  if (plain !== undefined) return plain;
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return ' ';
  if (code < 0x7f || PRINTABLE.has(character)) return character;
  const bare = character.normalize('NFKD').replace(/\p{Mark}/gu, '');
  return /^[\x20-\x7e]+$/.test(bare) ? bare : /^\p{Mark}$/u.test(character) ? '' : '?';
}
