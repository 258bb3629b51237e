/** The part of the machine readable zone that opens a passport (Doc 9303 part 11, 9.7.2 and appendix D.2). */
import { EmrtdError } from '../emrtd-error.ts';

export interface MrzKey {
  /** As printed, fillers at its end left out or not; longer than nine characters where the document's is. */
  readonly documentNumber: string;
  /** `YYMMDD`; `<` where a part is unknown. */
  readonly birthDate: string;
  /** `YYMMDD`. */
  readonly expiryDate: string;
}

const NUMBER_LENGTH = 9;
const WEIGHTS = [7, 3, 1];

/** Document number, birth and expiry, each with its check digit. Throws `wrong-key` for what no zone can hold. */
export function mrzInformation(key: MrzKey): string {
  const number = key.documentNumber.toUpperCase().replace(/<+$/, '');
  if (!/^[A-Z0-9<]{1,24}$/.test(number)) throw impossible('document number');
  if (!/^[0-9<]{6}$/.test(key.birthDate)) throw impossible('date of birth');
  if (!/^[0-9<]{6}$/.test(key.expiryDate)) throw impossible('date of expiry');
  return [number.padEnd(NUMBER_LENGTH, '<'), key.birthDate, key.expiryDate]
    .map((field) => field + checkDigit(field))
    .join('');
}

/** Weights 7, 3, 1 over digits, letters from A = 10, and 0 for the filler; modulo 10 (Doc 9303 part 3, 4.9). */
export function checkDigit(field: string): string {
  const sum = [...field].reduce((total, character, index) => {
    const value = character === '<' ? 0 : Number.parseInt(character, 36);
    return total + value * (WEIGHTS[index % 3] ?? 0);
  }, 0);
  return String(sum % 10);
}

function impossible(field: string): EmrtdError {
  return new EmrtdError('wrong-key', `No machine readable zone holds such a ${field}`);
}
