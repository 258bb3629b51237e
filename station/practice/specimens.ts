import { z } from 'zod';
import type { Specimen } from '../../contract/station/practice.ts';
import type { SpecimenPerson } from '../../drivers/virtual/camera/specimen-person.ts';
import { encodeTd3Mrz } from '../../drivers/virtual/camera/td3-mrz.ts';
import records from './specimens.json' with { type: 'json' };

/** Invented citizens. Their numbers end in a serial of 99xx so that no register can hold them. */
const recordSchema = z.strictObject({
  key: z.string(),
  fullName: z.string(),
  nik: z.string().regex(/^1804\d{8}99\d{2}$/),
  familyCard: z.string().regex(/^1804\d{8}99\d{2}$/),
  birthPlace: z.string(),
  birthDate: z.iso.date(),
  sex: z.enum(['male', 'female']),
  maritalStatus: z.enum(['single', 'married', 'divorced', 'widowed']),
  occupation: z.string(),
  occupationOnCard: z.string(),
  religion: z.string(),
  street: z.string(),
  neighbourhood: z.string(),
  villageCode: z.string(),
  village: z.string(),
  district: z.string(),
  passportNumber: z.string(),
  passportIssued: z.iso.date(),
  passportExpiry: z.iso.date(),
  purpose: z.string(),
  phone: z.string(),
  email: z.string(),
  relativeName: z.string(),
  relativePhone: z.string(),
  product: z.string(),
});
type SpecimenRecord = z.infer<typeof recordSchema>;

/** How the KTP-el words marital status. */
const MARITAL_STATUS_ON_CARD: Readonly<Record<SpecimenRecord['maritalStatus'], string>> = {
  single: 'BELUM KAWIN',
  married: 'KAWIN',
  divorced: 'CERAI HIDUP',
  widowed: 'CERAI MATI',
};

export interface PracticeSpecimen extends Specimen {
  /** As the virtual camera draws the papers. */
  readonly person: SpecimenPerson;
}

export function loadSpecimens(): readonly PracticeSpecimen[] {
  return z.array(recordSchema).min(1).parse(records).map(toSpecimen);
}

function toSpecimen(record: SpecimenRecord): PracticeSpecimen {
  const person: SpecimenPerson = {
    fullName: record.fullName,
    nik: record.nik,
    birthPlace: record.birthPlace,
    birthDate: record.birthDate,
    sex: record.sex,
    address: record.street,
    rtRw: record.neighbourhood,
    village: record.village,
    district: record.district,
    regency: 'LAMPUNG BARAT',
    province: 'LAMPUNG',
    religion: record.religion,
    maritalStatus: MARITAL_STATUS_ON_CARD[record.maritalStatus],
    occupation: record.occupationOnCard,
    passportNumber: record.passportNumber,
    passportIssued: record.passportIssued,
    passportExpiry: record.passportExpiry,
  };
  return { key: record.key, fullName: record.fullName, person, values: fieldValues(record, person) };
}

/** Keyed by the fields of the catalog. */
function fieldValues(record: SpecimenRecord, person: SpecimenPerson): Specimen['values'] {
  return {
    'identity.fullName': record.fullName,
    'identity.nik': record.nik,
    'identity.familyCard': record.familyCard,
    'identity.birthPlace': record.birthPlace,
    'identity.birthDate': record.birthDate,
    'identity.sex': record.sex,
    'identity.maritalStatus': record.maritalStatus,
    'identity.occupation': record.occupation,
    'passport.mrz': encodeTd3Mrz(person).join('\n'),
    'passport.number': record.passportNumber,
    'passport.expiry': record.passportExpiry,
    'passport.purpose': record.purpose,
    'address.village': record.villageCode,
    'address.street': record.street,
    'address.neighbourhood': record.neighbourhood,
    'contact.phone': record.phone,
    ...(record.email !== '' && { 'contact.email': record.email }),
    'contact.relativeName': record.relativeName,
    'contact.relativePhone': record.relativePhone,
    'product.key': record.product,
  };
}
