/**
 * The line a vendor's reader adds to its text file for each card: anything, `KTP-el --> ASCII`, and 21 quoted fields
 * with commas between. The places named below are those an immigration office is known to read; the others are not
 * labelled anywhere and are left out.
 */
import { CsvError, parse } from 'csv-parse/sync';
import type { KtpBiodata } from './ktp-biodata.ts';

const MARKER = 'KTP-el --> ASCII';
const FIELDS = 21;
const PLACE = {
  nik: 0,
  address: 1,
  birthPlace: 5,
  sex: 8,
  maritalStatus: 11,
  occupation: 12,
  name: 13,
  birthDate: 14,
  city: 20,
} as const;
/** No field printed on the card is longer; a name may have 60 letters, an address a little more. */
const LONGEST_FIELD = 200;

/** Null for any other line, and for one whose NIK or name is none. */
export function readVendorLine(line: string): KtpBiodata | null {
  const marker = line.indexOf(MARKER);
  if (marker < 0) return null;
  const fields = readFields(line.slice(marker + MARKER.length));
  if (!fields || fields.length !== FIELDS) return null;
  const field = (place: number) => clean(fields[place] ?? '');
  const [nik, name] = [field(PLACE.nik), field(PLACE.name)];
  if (!nik || !/^\d{16}$/.test(nik) || !name) return null;
  return {
    nik,
    name,
    birthPlace: field(PLACE.birthPlace),
    birthDate: readDate(field(PLACE.birthDate)),
    sex: readSex(field(PLACE.sex)),
    bloodType: null,
    address: field(PLACE.address),
    rtRw: null,
    village: null,
    district: null,
    city: field(PLACE.city),
    religion: null,
    maritalStatus: field(PLACE.maritalStatus),
    occupation: field(PLACE.occupation),
    nationality: null,
    validUntil: null,
  };
}

/** The record from the first quote to the last; null when it is not one well-formed record. */
function readFields(text: string): readonly string[] | null {
  const [start, end] = [text.indexOf('"'), text.lastIndexOf('"')];
  if (start < 0 || end <= start) return null;
  try {
    const records = parse(text.slice(start, end + 1), { trim: true });
    return records.length === 1 ? (records[0] ?? null) : null;
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}

/** Null for an empty field and for one too long to have been printed on a card. */
function clean(text: string): string | null {
  const words = text.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim();
  return words === '' || words.length > LONGEST_FIELD ? null : words;
}

/** Day, month and year as the card prints them. */
function readDate(text: string | null): string | null {
  const found = /^(\d{2})[-/.](\d{2})[-/.](\d{4})$/.exec(text ?? '');
  if (!found) return null;
  const [, day = '', month = '', year = ''] = found;
  const leap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  const longest = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const days = longest[Number(month) - 1] ?? 0;
  return Number(day) >= 1 && Number(day) <= days ? `${year}-${month}-${day}` : null;
}

function readSex(text: string | null): KtpBiodata['sex'] {
  if (text === 'LAKI-LAKI') return 'male';
  return text === 'PEREMPUAN' ? 'female' : null;
}
