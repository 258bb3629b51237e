/** The files of an eMRTD that this driver reads (Doc 9303 part 10, 3.10 and 4.7). */
export type DataGroupName = 'DG1' | 'DG2' | 'DG11' | 'DG12' | 'DG14' | 'DG15';
export type PassportFile = 'EF.CardAccess' | 'EF.ATR/INFO' | 'EF.COM' | 'EF.SOD' | DataGroupName;

export interface FileFacts {
  readonly fileIdentifier: number;
  /** The five bits that name the file inside READ BINARY. */
  readonly shortIdentifier: number;
  /** Longest file taken, header included, in bytes. */
  readonly mostBytes: number;
}

const KIBIBYTE = 1024;

/** Bounds leave several times what passports hold: a portrait has 12 to 60 kB, a security object 2 to 8 kB. */
export const FILE_FACTS: Readonly<Record<PassportFile, FileFacts>> = {
  'EF.CardAccess': { fileIdentifier: 0x011c, shortIdentifier: 0x1c, mostBytes: 4 * KIBIBYTE },
  'EF.ATR/INFO': { fileIdentifier: 0x2f01, shortIdentifier: 0x01, mostBytes: 4 * KIBIBYTE },
  'EF.COM': { fileIdentifier: 0x011e, shortIdentifier: 0x1e, mostBytes: 1 * KIBIBYTE },
  'EF.SOD': { fileIdentifier: 0x011d, shortIdentifier: 0x1d, mostBytes: 64 * KIBIBYTE },
  DG1: { fileIdentifier: 0x0101, shortIdentifier: 0x01, mostBytes: 1 * KIBIBYTE },
  DG2: { fileIdentifier: 0x0102, shortIdentifier: 0x02, mostBytes: 256 * KIBIBYTE },
  DG11: { fileIdentifier: 0x010b, shortIdentifier: 0x0b, mostBytes: 64 * KIBIBYTE },
  DG12: { fileIdentifier: 0x010c, shortIdentifier: 0x0c, mostBytes: 64 * KIBIBYTE },
  DG14: { fileIdentifier: 0x010e, shortIdentifier: 0x0e, mostBytes: 16 * KIBIBYTE },
  DG15: { fileIdentifier: 0x010f, shortIdentifier: 0x0f, mostBytes: 16 * KIBIBYTE },
};

export const DATA_GROUP_NUMBER: Readonly<Record<DataGroupName, number>> = {
  DG1: 1,
  DG2: 2,
  DG11: 11,
  DG12: 12,
  DG14: 14,
  DG15: 15,
};
