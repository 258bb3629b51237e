import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { block, type TextRule } from './finding.ts';

/** E.164 of a number written the Indonesian way (`0812…`, `62812…`) or with its own `+`; null when it is none. */
export function toE164(text: string): string | null {
  const number = parsePhoneNumberFromString(text.replace(/^62/, '+62'), 'ID');
  return number?.isValid() ? number.number : null;
}

export const judgePhone: TextRule = (text) => (toE164(text) === null ? [block('phone-invalid')] : []);
