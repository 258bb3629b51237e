import { readMrz } from '../mrz/read-mrz.ts';
import { type Finding, type RuleContext, type TextRule, warn } from './finding.ts';
import { subjectText } from './subject.ts';

/** Issuing state and nationality of an Indonesian passport (ISO 3166-1 alpha-3). */
const INDONESIA = 'IDN';

/** An MRZ never blocks: a worn page is read by the office, and the typed fields are judged by their own rules. */
export const judgeMrz: TextRule = (text, context) => {
  const mrz = readMrz(text, context.today);
  if (!mrz.readable) return [warn('mrz-unreadable')];
  return [
    ...mrz.checks.filter((check) => !check.valid).map(({ part }) => warn('mrz-check-digit', { part })),
    ...(mrz.nationality === INDONESIA ? [] : [warn('mrz-not-indonesian')]),
    ...judgeName(mrz.fullName, context),
    ...judgeBirth(mrz.birthDate, context),
  ];
};

function judgeName(inMrz: string | null, context: RuleContext): Finding[] {
  return isOtherName(inMrz, subjectText(context, 'fullName')) ? [warn('mrz-name-differs')] : [];
}

/**
 * Whether a typed name is another than the one of an MRZ; none is no other. As an unordered bag of words, because how a
 * name is split in the MRZ is not known; a long name may be cut short.
 */
export function isOtherName(inMrz: string | null, typed: string): boolean {
  if (typed === '' || inMrz === null) return false;
  const cut = inMrz.length >= LONGEST_NAME - 1;
  const words = bagOfWords(inMrz);
  const expected = bagOfWords(typed);
  return cut
    ? !words.slice(0, -1).every((word) => expected.includes(word))
    : words.join(' ') !== expected.join(' ');
}

/** Places for the name in line one (Doc 9303-4 §4.2.2.1). */
const LONGEST_NAME = 39;

/** Apostrophes and points are left out of an MRZ, hyphens become spaces (Doc 9303-3 §4.6). */
function bagOfWords(name: string): string[] {
  return name
    .toUpperCase()
    .replaceAll(/['’.]/g, '')
    .split(/[^A-Z]+/)
    .filter(Boolean)
    .sort();
}

function judgeBirth(inMrz: string | null, context: RuleContext): Finding[] {
  const typed = subjectText(context, 'birthDate');
  return inMrz === null || typed === '' || typed.slice(2) === inMrz.slice(2)
    ? []
    : [warn('mrz-birth-date-differs')];
}
