import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ISSUER } from '../../../drivers/emrtd/testing/passport-rig.ts';
import { passportFiles } from '../support/foreign-passport.ts';
import { PASSPORT_FOLDER } from '../support/foreign-passport-folder.ts';

/** Lays the files of the e-passport where its emulation reads them: each named by its identifier. */
export function makeForeignPassport(work: string): void {
  const folder = join(work, PASSPORT_FOLDER);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const [identifier, bytes] of passportFiles(ISSUER))
    writeFileSync(join(folder, identifier.toString(16).padStart(4, '0')), bytes);
}
