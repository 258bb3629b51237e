/** The foreign passport without a guest: what is said of its mends in README.md beside this file, held to be so. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPassport } from '../../../drivers/emrtd/read-passport.ts';
import { ISSUER, MRZ_ACCESS, TODAY } from '../../../drivers/emrtd/testing/passport-rig.ts';
import { decodeTrustList } from '../../../drivers/emrtd/trust/trust-list.ts';
import { makeForeignPassport } from '../host/make-foreign-passport.ts';
import { PORTRAIT } from '../support/foreign-passport.ts';
import { PASSPORT_FOLDER } from '../support/foreign-passport-folder.ts';
import { openForeignCard } from './open-foreign-card.ts';

/** Where Debian's package puts it; the lab's set-up installs it. */
const PACKAGE = '/usr/lib/python3/site-packages/virtualsmartcard';
const MENDS = 10;
/** Shows in one session of 256 alone, where the card's random bytes begin with a zero. */
const COUNTER_LENGTH = 3;
const always = Array.from({ length: MENDS }, (_, place) => place).filter((place) => place !== COUNTER_LENGTH);

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'anjungan-foreign-card-'));
  makeForeignPassport(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function read(without: readonly number[]) {
  await using card = await openForeignCard(join(folder, PASSPORT_FOLDER), without);
  const { certificates } = decodeTrustList([ISSUER.countryCertificate]);
  return await readPassport(card.channel, {
    access: MRZ_ACCESS,
    trust: { certificates, today: TODAY },
    parts: ['index', 'face', 'personal-details'],
  });
}

test.skipIf(!existsSync(PACKAGE))(
  'mended it is read whole: BAC, the portrait, and who signed it',
  async () => {
    const reading = await read([]);
    expect(reading.protocol).toEqual({ kind: 'BAC' });
    expect(reading.authenticity).toMatchObject({ kind: 'verified' });
    expect(reading.face).toMatchObject({ kind: 'read', value: { bytes: PORTRAIT } });
  },
);

test.skipIf(!existsSync(PACKAGE)).each(always)('without mend %i it cannot be read', async (mend) => {
  await expect(read([mend])).rejects.toThrow();
});

test.skipIf(!existsSync(PACKAGE))('there are as many mends as are tried here', async () => {
  await expect(read([MENDS])).rejects.toThrow('there is no mend');
});
