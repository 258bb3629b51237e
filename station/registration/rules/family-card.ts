import { block, type TextRule } from './finding.ts';
import { nikDigits } from './nik.ts';

/** Nomor KK: region, date of recording, serial; the date is no birth date, so only the shape is judged. */
export const judgeFamilyCard: TextRule = (text) =>
  /^\d{16}$/.test(nikDigits(text)) ? [] : [block('family-card-not-16-digits')];
