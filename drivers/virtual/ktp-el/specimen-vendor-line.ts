import type { SpecimenPerson } from '../camera/specimen-person.ts';

export interface SpecimenFields {
  readonly nik: string;
  readonly name: string;
  readonly address: string;
  readonly birthPlace: string;
  /** As the card prints it, `28-02-1990`. */
  readonly birthDate: string;
  readonly sex: 'LAKI-LAKI' | 'PEREMPUAN';
  readonly maritalStatus: string;
  readonly occupation: string;
}

/** Digits after the district's code that no birth date and no holder can have. */
const SPECIMEN: SpecimenFields = {
  nik: '1804000000000001',
  name: 'SITI SPESIMEN, S.PD.',
  address: 'JL. CONTOH NO. 1',
  birthPlace: 'LIWA',
  birthDate: '28-02-1990',
  sex: 'PEREMPUAN',
  maritalStatus: 'KAWIN',
  occupation: 'PETANI/PEKEBUN',
};

/** The line a vendor's reader would write for a specimen card, without its end. */
export function specimenVendorLine(change: Partial<SpecimenFields> = {}): string {
  const card = { ...SPECIMEN, ...change };
  const fields = Array.from({ length: 21 }, () => '');
  const known: readonly (readonly [number, string])[] = [
    [0, card.nik],
    [1, card.address],
    [5, card.birthPlace],
    [8, card.sex],
    [11, card.maritalStatus],
    [12, card.occupation],
    [13, card.name],
    [14, card.birthDate],
    [20, 'LAMPUNG BARAT'],
  ];
  for (const [place, text] of known) fields[place] = text;
  return `01/01/2026 08:00:00 KTP-el --> ASCII : ${fields.map((text) => `"${text}"`).join(',')}`;
}

/** The same for the card of an invented person. */
export function personVendorLine(person: SpecimenPerson): string {
  return specimenVendorLine({
    nik: person.nik,
    name: person.fullName,
    address: person.address,
    birthPlace: person.birthPlace,
    birthDate: person.birthDate.split('-').reverse().join('-'),
    sex: person.sex === 'male' ? 'LAKI-LAKI' : 'PEREMPUAN',
    maritalStatus: person.maritalStatus,
    occupation: person.occupation,
  });
}
