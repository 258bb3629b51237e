import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { EnrolmentFile, EnrolmentFilePayload } from '../../contract/central/enrolment-file.ts';
import { readRegions } from '../catalog/regions.ts';
import type { Database } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import { loadCentralKeys, publicHalf } from '../keys/central-keys.ts';
import { signPayload } from '../keys/sign.ts';
import { issueEnrolment } from '../stations/enrolments.ts';
import { findStationNamed, villageOfStation } from '../stations/stations.ts';

export interface EnrolOptions {
  readonly name?: string | undefined;
  /** A revoked kiosk to enrol again: its name and pekon stay as they are. */
  readonly station?: string | undefined;
  readonly village?: string | undefined;
  readonly file?: string | undefined;
  readonly centralUrl?: string | undefined;
  readonly resourcesFolder: string;
}

/** Short enough to be read over a telephone: 64 bits of the SHA-256 of the public key. */
export function keyFingerprint(x: string): string {
  return createHash('sha256')
    .update(x)
    .digest('hex')
    .slice(0, 16)
    .replace(/(.{4})(?!$)/g, '$1 ');
}

/** Issues a one-time enrolment code and prints it, or writes it as a signed file. */
export async function enrolCommand(
  database: Database,
  options: EnrolOptions,
  write = (line: string): unknown => process.stdout.write(`${line}\n`),
): Promise<void> {
  await migrate(database);
  const station = options.station === undefined ? readNew(options) : await findRevoked(database, options);
  const { name, villageCode: village } = station;
  const keys = await loadCentralKeys(database);
  const enrolment = await issueEnrolment(database, station, Date.now());
  const signingKey = publicHalf(keys.signing);
  const expires = new Date(enrolment.expiresAt).toISOString();
  if (options.file === undefined) {
    write(JSON.stringify({ name, village, code: enrolment.code, expires }));
    return;
  }
  const payload: EnrolmentFilePayload = {
    format: 'anjungan-enrolment',
    version: 1,
    centralUrl: options.centralUrl ?? null,
    code: enrolment.code,
    stationId: enrolment.stationId,
    stationName: name,
    villageCode: village,
    sealingKey: publicHalf(keys.sealing),
    signingKey,
    issuedAt: enrolment.issuedAt,
    expiresAt: enrolment.expiresAt,
  };
  const file: EnrolmentFile = { signed: await signPayload(payload, keys.signing) };
  writeFileSync(resolve(options.file), `${JSON.stringify(file)}\n`, { flag: 'wx', mode: 0o600 });
  write(
    JSON.stringify({
      name,
      village,
      file: resolve(options.file),
      fingerprint: keyFingerprint(signingKey.x),
      expires,
    }),
  );
}

function readNew({ name: given, village, resourcesFolder }: EnrolOptions) {
  const name = given?.trim();
  if (!name || name.length > 120) throw new RangeError('--name needs 1 to 120 characters');
  const regions = readRegions(join(resourcesFolder, 'regions.json'));
  if (village !== undefined && regions.villageName(village) === village) {
    throw new RangeError(`--village: no such Kemendagri code: ${village}`);
  }
  return { name, villageCode: village ?? null };
}

async function findRevoked(database: Database, { station }: EnrolOptions) {
  const { id, name, revokedAt } = await findStationNamed(database, station);
  if (revokedAt === null) throw new RangeError('--station: this kiosk is enrolled and not revoked');
  return { id, name, villageCode: await villageOfStation(database, id) };
}
