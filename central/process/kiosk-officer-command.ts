import { kioskOfficerSchema } from '../../contract/central/downlink.ts';
import { type Role, roleSchema } from '../../contract/domain/officer.ts';
import type { Database } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import {
  addKioskOfficer,
  changeKioskOfficer,
  readKioskOfficers,
  revokeKioskOfficer,
} from '../stations/kiosk-officers.ts';
import { findStationNamed } from '../stations/stations.ts';

export interface KioskOfficerOptions {
  readonly station?: string | undefined;
  readonly officer?: string | undefined;
  readonly name?: string | undefined;
  readonly role?: string | undefined;
  readonly newPin?: boolean | undefined;
}

/** Adds, changes, revokes or lists who may sign in at a kiosk, one line of JSON each. Throws `RangeError`. */
export async function kioskOfficerCommand(
  database: Database,
  action: string | undefined,
  options: KioskOfficerOptions,
  write = (line: string): unknown => process.stdout.write(`${line}\n`),
): Promise<void> {
  await migrate(database);
  const { id: station } = await findStationNamed(database, options.station);
  const name = options.name === undefined ? undefined : readName(options.name);
  const role = options.role === undefined ? undefined : readRole(options.role);
  const officer = () => {
    if (!options.officer) throw new RangeError('--officer needs the id of an officer');
    return options.officer;
  };
  const now = Date.now();
  switch (action) {
    case 'add': {
      if (name === undefined || role === undefined) throw new RangeError('--name and --role are needed');
      const { id, pin } = await addKioskOfficer(database, station, { name, role }, now);
      write(JSON.stringify({ station, officer: id, name, role, pin }));
      return;
    }
    case 'change': {
      const change = { name, role, newPin: options.newPin ?? false };
      const { pin } = await changeKioskOfficer(database, station, officer(), change, now);
      write(JSON.stringify({ station, officer: officer(), ...(pin !== null && { pin }) }));
      return;
    }
    case 'revoke':
      await revokeKioskOfficer(database, station, officer(), now);
      write(JSON.stringify({ station, officer: officer(), revoked: new Date(now).toISOString() }));
      return;
    case 'list': {
      for (const each of (await readKioskOfficers(database, station)).officers) {
        const revoked = each.revokedAt === null ? null : new Date(each.revokedAt).toISOString();
        write(JSON.stringify({ station, officer: each.id, name: each.name, role: each.role, revoked }));
      }
      return;
    }
    default:
      throw new RangeError('kiosk-officer needs add, change, revoke or list');
  }
}

function readName(text: string): string {
  const name = kioskOfficerSchema.shape.name.safeParse(text);
  if (!name.success) throw new RangeError('--name needs 1 to 100 characters');
  return name.data;
}

function readRole(text: string): Role {
  const role = roleSchema.safeParse(text);
  if (!role.success) throw new RangeError(`--role is one of ${roleSchema.options.join(', ')}`);
  return role.data;
}
