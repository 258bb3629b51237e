import { type TextRule, warn } from './finding.ts';

/** One or two letters and six or seven digits in every specimen seen; no rule was found, so another shape only warns. */
export const judgePassportNumber: TextRule = (text) =>
  /^[A-Z]{1,2}\d{6,7}$/.test(text.toUpperCase()) ? [] : [warn('passport-number-shape')];
