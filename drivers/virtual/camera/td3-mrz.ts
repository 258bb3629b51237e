/** The machine readable zone of a passport, format TD3: two lines of 44 (ICAO Doc 9303 part 4, 4.2.2). */
import type { SpecimenPerson } from './specimen-person.ts';

const LINE_LENGTH = 44;
const WEIGHTS = [7, 3, 1];

export function encodeTd3Mrz(person: SpecimenPerson): readonly [string, string] {
  const number = field(person.passportNumber, 9);
  const birth = shortDate(person.birthDate);
  const expiry = shortDate(person.passportExpiry);
  const personal = field(person.nik.slice(0, 14), 14);
  const numberPart = number + checkDigit(number);
  const datesPart =
    birth + checkDigit(birth) + (person.sex === 'male' ? 'M' : 'F') + expiry + checkDigit(expiry);
  const personalPart = personal + checkDigit(personal);
  const birthPart = birth + checkDigit(birth);
  const expiryPart = expiry + checkDigit(expiry);
  const composite = checkDigit(numberPart + birthPart + expiryPart + personalPart);
  return [nameLine(person.fullName), `${numberPart}IDN${datesPart}${personalPart}${composite}`];
}

/** The last name is the primary identifier; a single name stands alone, as Indonesian passports print it. */
function nameLine(fullName: string): string {
  const names = fullName
    .toUpperCase()
    .replace(/[^A-Z ]/g, '')
    .split(' ')
    .filter((name) => name !== '');
  const primary = names.at(-1) ?? '';
  return field(`P<IDN${primary}<<${names.slice(0, -1).join('<')}`, LINE_LENGTH);
}

/** Weights 7, 3, 1 over digits, letters from A = 10, and 0 for `<`; modulo 10 (Doc 9303 part 3, 4.9). */
export function checkDigit(text: string): string {
  const sum = [...text].reduce((total, character, index) => {
    const value = character === '<' ? 0 : Number.parseInt(character, 36);
    return total + value * (WEIGHTS[index % 3] ?? 0);
  }, 0);
  return String(sum % 10);
}

function field(text: string, length: number): string {
  return text.toUpperCase().slice(0, length).padEnd(length, '<');
}

function shortDate(date: string): string {
  return date.slice(2).replaceAll('-', '');
}
