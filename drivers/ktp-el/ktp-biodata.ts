/**
 * What is printed on an Indonesian identity card. Null where the source does not tell it. Text is as printed, in
 * capitals; nothing here has been checked against the population registry.
 */
export interface KtpBiodata {
  /** 16 digits. */
  readonly nik: string;
  readonly name: string;
  readonly birthPlace: string | null;
  /** `YYYY-MM-DD`. */
  readonly birthDate: string | null;
  readonly sex: 'male' | 'female' | null;
  readonly bloodType: string | null;
  readonly address: string | null;
  /** Such as `002/001`. */
  readonly rtRw: string | null;
  readonly village: string | null;
  readonly district: string | null;
  readonly city: string | null;
  readonly religion: string | null;
  readonly maritalStatus: string | null;
  readonly occupation: string | null;
  readonly nationality: string | null;
  readonly validUntil: string | null;
}
