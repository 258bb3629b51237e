import type { Drive } from '../../../contract/station/hand-carry.ts';

/** A drive and the folder it is mounted at. */
export interface MountedDrive extends Drive {
  readonly folder: string;
}

/** The drives that are plugged in now. A folder named by a face is never used: it names a drive of this list. */
export interface Drives {
  list(): Promise<MountedDrive[]>;
}
