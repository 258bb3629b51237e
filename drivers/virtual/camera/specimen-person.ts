/** An invented person whose specimen papers the virtual camera shows. Dates are `YYYY-MM-DD`. */
export interface SpecimenPerson {
  readonly fullName: string;
  /** 16 digits. */
  readonly nik: string;
  readonly birthPlace: string;
  readonly birthDate: string;
  readonly sex: 'male' | 'female';
  readonly address: string;
  /** Such as `002/001`. */
  readonly rtRw: string;
  readonly village: string;
  readonly district: string;
  readonly regency: string;
  readonly province: string;
  readonly religion: string;
  readonly maritalStatus: string;
  readonly occupation: string;
  readonly passportNumber: string;
  readonly passportIssued: string;
  readonly passportExpiry: string;
  /** Both lines of the machine readable zone; made from the fields above when left out. */
  readonly mrzLines?: readonly [string, string] | undefined;
}
