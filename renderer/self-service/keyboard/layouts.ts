import { TRACKING_ALPHABET } from '../../../contract/domain/tracking-code.ts';

/** Three rows, so that all keys are in sight on a lying screen. */
const CODE_COLUMNS = 11;
const characters = [...TRACKING_ALPHABET];

/** The characters a code may hold, in order: whoever cannot type finds them as in the alphabet at school. */
export const CODE_KEYS: readonly (readonly string[])[] = Array.from(
  { length: Math.ceil(characters.length / CODE_COLUMNS) },
  (_, row) => characters.slice(row * CODE_COLUMNS, (row + 1) * CODE_COLUMNS),
);
export const CODE_KEY_COLUMNS = CODE_COLUMNS;

/** Letters as on every telephone, for sentences. Nothing is corrected and nothing is suggested. */
export const LETTER_KEYS: readonly (readonly string[])[] = [
  [...'1234567890'],
  [...'qwertyuiop'],
  [...'asdfghjkl', '?'],
  [...'zxcvbnm', ',', '.', '-'],
];
export const LETTER_KEY_COLUMNS = 10;
