import type { Officer } from '../../contract/domain/officer.ts';
import type { Face } from '../../contract/shell/face.ts';
import type { Session } from '../../contract/station/access.ts';
import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../clock/clock.ts';
import type { StationEvents } from '../events.ts';
import { refusal } from '../rpc/refusal.ts';
import type { Store, WritableDatabase } from '../store/database.ts';
import {
  type OfficerRow,
  readOfficer,
  readOfficers,
  writePinHash,
  writeTries,
} from '../store/tables/officers.ts';
import { countWrongTry, NO_TRIES, triesLeft } from './lockout.ts';
import { createLockoutTimers } from './lockout-timers.ts';
import { hashPin, pinFits } from './pin-hash.ts';
import { createSessions } from './sessions.ts';

export interface Access {
  officers(): Officer[];
  session(face: Face): Session | null;
  /**
   * Throws `NOT_FOUND`, `WRONG_PIN` or `PIN_LOCKED_OUT`; for a starting PIN without another `newPin` beside it
   * `PIN_TO_CHANGE`, and `CONFLICT` for a new PIN beside one that is no starting PIN.
   */
  signIn(face: Face, officerId: string, pin: string, newPin?: string): Promise<Session>;
  /** Puts whoever is signed in at this face at a counter. */
  standAt(face: Face, counter: number): void;
  lock(face: Face): void;
  signOut(face: Face): void;
  /** The officer at this face did something. */
  touch(face: Face): void;
  /** After a commit that changed officers: whoever was revoked is signed out, and other names and roles hold at once. */
  officersChanged(): void;
  close(): void;
}

export interface AccessDependencies {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: StationEvents;
  readonly audit: Audit;
  /** In the transaction that lets an officer in. */
  readonly entered: (database: WritableDatabase, officerId: string) => void;
}

export function createAccess({ store, clock, events, audit, entered }: AccessDependencies): Access {
  const changed = () => events.publish({ type: 'session-changed' });
  const sessions = createSessions(clock, (face, session) => {
    note('locked', face, session.officerId, 'by-itself');
    changed();
  });
  const lockouts = createLockoutTimers(clock, (officerId) => {
    const officer = readOfficer(store.read, officerId);
    if (officer)
      store.transaction((database) => writeTries(database, officerId, { ...officer, lockMilliseconds: 0 }));
    changed();
  });
  /** One PIN at a time, so that parallel calls cannot try more PINs than the lockout allows. */
  let trying: Promise<unknown> = Promise.resolve();

  for (const officer of readOfficers(store.read))
    if (officer.lockMilliseconds > 0) lockouts.begin(officer.id, officer.lockMilliseconds);

  function note(action: 'locked' | 'signed-out', face: Face, officerId: string, outcome: string): void {
    store.transaction((database) => audit.append(database, { action, outcome, face, officerId }));
  }

  function expectNotLockedOut(officerId: string): OfficerRow {
    const officer = readOfficer(store.read, officerId);
    if (!officer) throw refusal('NOT_FOUND');
    const until = lockouts.until(officerId);
    if (until !== null) throw refusal('PIN_LOCKED_OUT', { until });
    return officer;
  }

  /** The try is counted before the PIN is looked at: pulling the plug in between gives no free try. */
  async function tryPin(face: Face, officerId: string, pin: string, newPin?: string): Promise<Session> {
    const officer = expectNotLockedOut(officerId);
    const counted = countWrongTry(officer);
    store.transaction((database) => writeTries(database, officerId, counted));
    if (await pinFits(officer.pinHash, pin)) {
      const newPinHash = await replacePin(officer, pin, newPin);
      return enter(face, expectSamePin(officer), newPinHash);
    }
    if (!readOfficer(store.read, officerId)) throw refusal('NOT_FOUND');
    const lockedOut = counted.lockMilliseconds > 0;
    const outcome = lockedOut ? 'pin-locked-out' : 'wrong-pin';
    store.transaction((database) =>
      audit.append(database, { action: 'signed-in', outcome, face, officerId }),
    );
    if (!lockedOut) throw refusal('WRONG_PIN', { triesLeft: triesLeft(counted) });
    lockouts.begin(officerId, counted.lockMilliseconds);
    changed();
    throw refusal('PIN_LOCKED_OUT', { until: clock.now() + counted.lockMilliseconds });
  }

  /** Hash of the new PIN where the one given was a starting PIN, null where none is needed. */
  async function replacePin(officer: OfficerRow, pin: string, newPin?: string): Promise<string | null> {
    const starting = officer.startingPin === 1;
    if (starting && newPin !== undefined && newPin !== pin) return await hashPin(newPin);
    if (!starting && newPin === undefined) return null;
    store.transaction((database) => writeTries(database, officer.id, NO_TRIES));
    throw refusal(starting ? 'PIN_TO_CHANGE' : 'CONFLICT');
  }

  /** The office may have revoked the officer or given another PIN while this one was looked at. */
  function expectSamePin({ id, pinHash }: OfficerRow): OfficerRow {
    const still = readOfficer(store.read, id);
    if (still?.pinHash !== pinHash) throw refusal('NOT_FOUND');
    return still;
  }

  function enter(face: Face, { id, name, role }: OfficerRow, newPinHash: string | null): Session {
    const before = sessions.of(face);
    const counter = before?.officerId === id ? before.counter : null;
    const session: Session = { officerId: id, name, role, signedInAt: clock.now(), locked: false, counter };
    store.transaction((database) => {
      writeTries(database, id, NO_TRIES);
      if (newPinHash !== null) {
        writePinHash(database, id, newPinHash);
        audit.append(database, {
          action: 'pin-changed',
          outcome: 'done',
          face,
          officerId: id,
          subjectId: id,
        });
      }
      audit.append(database, { action: 'signed-in', outcome: 'done', face, officerId: id });
      entered(database, id);
    });
    sessions.open(face, session);
    changed();
    return session;
  }

  return {
    officers: () =>
      readOfficers(store.read).map(({ id, name, role }) => ({
        id,
        name,
        role,
        lockedUntil: lockouts.until(id),
      })),
    session: sessions.of,
    signIn(face, officerId, pin, newPin) {
      const attempt = trying.then(() => tryPin(face, officerId, pin, newPin));
      trying = attempt.catch(() => undefined);
      return attempt;
    },
    standAt(face, counter) {
      const session = sessions.of(face);
      if (!session || session.counter === counter) return;
      sessions.replace(face, { ...session, counter });
      changed();
    },
    lock(face) {
      const session = sessions.of(face);
      if (!session || !sessions.lock(face)) return;
      note('locked', face, session.officerId, 'done');
      changed();
    },
    signOut(face) {
      const session = sessions.of(face);
      if (!session || !sessions.end(face)) return;
      note('signed-out', face, session.officerId, 'done');
      changed();
    },
    touch: sessions.touch,
    officersChanged() {
      for (const [face, session] of sessions.all()) {
        const officer = readOfficer(store.read, session.officerId);
        if (officer) {
          sessions.replace(face, { ...session, name: officer.name, role: officer.role });
          continue;
        }
        sessions.end(face);
        note('signed-out', face, session.officerId, 'revoked');
      }
      changed();
    },
    close() {
      sessions.close();
      lockouts.close();
    },
  };
}
