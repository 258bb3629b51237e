/** Why a station cannot run. Told to the officer in plain words by the shell. */
export const STATION_FATALS = [
  'wrong-key',
  'newer-database',
  'corrupt-database',
  'storage-full',
  'folder-not-writable',
  'resources-missing',
  'already-running',
  'unexpected',
] as const;
export type StationFatal = (typeof STATION_FATALS)[number];
