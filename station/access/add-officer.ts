import { v7 as uuidv7 } from 'uuid';
import type { Identifier } from '../../contract/domain/identifiers.ts';
import type { Role } from '../../contract/domain/officer.ts';
import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../clock/clock.ts';
import type { Store } from '../store/database.ts';
import { insertOfficer, readOfficers } from '../store/tables/officers.ts';
import { hashPin } from './pin-hash.ts';

interface Dependencies {
  readonly store: Store;
  readonly clock: Clock;
  readonly audit: Audit;
}

export interface NewOfficer {
  readonly name: string;
  readonly role: Role;
}

/** Writes officers who share one PIN for now; answers their ids. */
export async function addOfficers(
  { store, clock, audit }: Dependencies,
  officers: readonly NewOfficer[],
  pin: string,
): Promise<Identifier[]> {
  const pinHash = await hashPin(pin);
  return store.transaction((database) =>
    officers.map(({ name, role }) => {
      const id = uuidv7({ msecs: clock.now() });
      insertOfficer(database, { id, name, role, pinHash }, clock.now());
      audit.append(database, { action: 'officer-added', outcome: 'done', subjectId: id });
      return id;
    }),
  );
}

/** The PIN of every specimen officer, told on screen. */
export const PRACTICE_PIN = '246810';

/** Invented people, named after places of the county. */
const SPECIMEN_OFFICERS: readonly NewOfficer[] = [
  { name: 'Melinda Pesagi', role: 'officer' },
  { name: 'Rizal Way Besai', role: 'supervisor' },
  { name: 'Yogi Sekincau', role: 'technician' },
];

/** Practice mode: makes the specimen officers once. */
export async function seedPracticeOfficers(dependencies: Dependencies): Promise<void> {
  if (readOfficers(dependencies.store.read).length > 0) return;
  await addOfficers(dependencies, SPECIMEN_OFFICERS, PRACTICE_PIN);
}
