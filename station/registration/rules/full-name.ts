import { block, type TextRule, warn } from './finding.ts';
import { SUBJECT } from './subject.ts';

/** One word is a legal name, but Saudi Arabia wants two for a pilgrimage: the holder is told, nobody is stopped. */
export const judgeFullName: TextRule = (text, _context, field) => {
  if (/\d/.test(text)) return [block('name-has-digits')];
  return field.key === SUBJECT.fullName && !/\s/.test(text) ? [warn('name-single-word')] : [];
};
