/** What the foreign e-passport holds: the host writes it before the guest starts, a suite in the guest reads it back. */
import { jpegOf, PERSON } from '../../../drivers/emrtd/testing/passport-rig.ts';
import {
  encodeCom,
  encodeDg1,
  encodeDg2,
  encodeDg11,
  specimenMrz,
} from '../../../drivers/virtual/emrtd/specimen-files.ts';
import type { SpecimenIssuer } from '../../../drivers/virtual/emrtd/specimen-issuer.ts';

/** Many commands long, and short enough to be read with the fifteen bits of a plain offset. */
export const PORTRAIT = jpegOf(9_000);

const COM = 0x011e;
const SOD = 0x011d;
const FIRST_GROUP = 0x0100;
/** The tags of DG1, DG2 and DG11. */
const TAGS = [0x61, 0x75, 0x6b];

/** Whole files by their identifier. */
export function passportFiles(issuer: SpecimenIssuer): ReadonlyMap<number, Uint8Array> {
  const groups = new Map([
    [1, encodeDg1(specimenMrz(PERSON))],
    [2, encodeDg2({ bytes: PORTRAIT, width: 413, height: 531 })],
    [11, encodeDg11(PERSON)],
  ]);
  return new Map<number, Uint8Array>([
    [COM, encodeCom(TAGS)],
    [SOD, issuer.signSecurityObject(groups)],
    ...[...groups].map(([number, bytes]) => [FIRST_GROUP + number, bytes] as const),
  ]);
}
