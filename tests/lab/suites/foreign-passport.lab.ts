/**
 * The e-passport driver with a reader and a chip that others wrote: QEMU's reader, and vsmartcard-vpicc's passport with
 * the few mends that `foreign-card/mends.py` names. It knows BAC and 3DES secure messaging with short commands.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { AccessKey } from '../../../drivers/emrtd/access/access-key.ts';
import { FILE_FACTS, type PassportFile } from '../../../drivers/emrtd/files/passport-file.ts';
import type { PassportPart, PassportReading } from '../../../drivers/emrtd/passport-reading.ts';
import { readPassport } from '../../../drivers/emrtd/read-passport.ts';
import { ISSUER, MRZ_ACCESS, TODAY } from '../../../drivers/emrtd/testing/passport-rig.ts';
import { decodeTrustList } from '../../../drivers/emrtd/trust/trust-list.ts';
import { createCardReaderManager } from '../../../drivers/smart-card/reader-manager.ts';
import { createSystemClock } from '../../../station/clock/clock.ts';
import { driverClock } from '../../../station/devices/driver-clock.ts';
import { PORTRAIT } from '../support/foreign-passport.ts';
import { PASSPORT_FOLDER } from '../support/foreign-passport-folder.ts';
import { openOwnBus } from '../support/own-bus.ts';
import { until } from '../support/wait.ts';

const SERIAL_NUMBER = 'QEMU-PASSPORT';
const READY_MS = 20_000;
const ANOTHER: AccessKey = {
  kind: 'mrz',
  documentNumber: 'X0000001',
  birthDate: '900817',
  expiryDate: '340301',
};

test('is opened with BAC and read whole: every file byte for byte, the portrait, and who signed it', async () => {
  const reading = await read(MRZ_ACCESS, ['index', 'face', 'personal-details']);
  expect(reading.protocol).toEqual({ kind: 'BAC' });
  expect(reading.authenticity).toMatchObject({ kind: 'verified' });
  expect(reading.face).toMatchObject({ kind: 'read', value: { bytes: PORTRAIT } });
  expect([...reading.files.keys()].sort()).toEqual(['DG1', 'DG11', 'DG2', 'EF.COM', 'EF.SOD']);
  for (const [name, bytes] of reading.files) expect(Buffer.compare(bytes, laidOut(name))).toBe(0);
});

test('the zone of another passport is a wrong key, and the right one opens it after that', async () => {
  await expect(read(ANOTHER, [])).rejects.toMatchObject({ kind: 'wrong-key' });
  expect((await read(MRZ_ACCESS, [])).protocol).toEqual({ kind: 'BAC' });
});

async function read(access: AccessKey, parts: readonly PassportPart[]): Promise<PassportReading> {
  const clock = driverClock(createSystemClock());
  const bus = await openOwnBus(SERIAL_NUMBER);
  const manager = createCardReaderManager({ bus, clock });
  try {
    await until('the passport is seen', READY_MS, () => manager.snapshot()[0]?.card === 'present');
    const { certificates } = decodeTrustList([ISSUER.countryCertificate]);
    return await manager.withCard(null, (channel) =>
      readPassport(channel, { access, trust: { certificates, today: TODAY }, parts }),
    );
  } finally {
    await manager.close();
    await bus.close();
  }
}

/** The file as the host laid it out for the card. */
function laidOut(name: PassportFile): Uint8Array {
  const identifier = FILE_FACTS[name].fileIdentifier.toString(16).padStart(4, '0');
  return readFileSync(join('out', 'lab', PASSPORT_FOLDER, identifier));
}
