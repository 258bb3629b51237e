import type { Face } from '../../contract/shell/face.ts';
import type { Session } from '../../contract/station/access.ts';
import type { Cancel, Clock } from '../clock/clock.ts';

/** An officer who turns to a citizen's papers for longer comes back to the PIN, not to an open file. */
const AUTO_LOCK_MILLISECONDS = 10 * 60_000;

export interface Sessions {
  of(face: Face): Session | null;
  all(): readonly (readonly [Face, Session])[];
  /** The same session with other words of it. */
  replace(face: Face, session: Session): void;
  open(face: Face, session: Session): void;
  /** Keeps everything but asks the PIN again. False when there was nothing to lock. */
  lock(face: Face): boolean;
  end(face: Face): boolean;
  /** The officer did something: the automatic lock starts over. */
  touch(face: Face): void;
  close(): void;
}

/** Who is signed in at which face, in memory only: a restarted station asks again. `locked` tells of an automatic lock. */
export function createSessions(clock: Clock, locked: (face: Face, session: Session) => void): Sessions {
  const sessions = new Map<Face, Session>();
  const timers = new Map<Face, Cancel>();

  function disarm(face: Face): void {
    timers.get(face)?.();
    timers.delete(face);
  }

  function touch(face: Face): void {
    const session = sessions.get(face);
    if (!session || session.locked) return;
    disarm(face);
    timers.set(
      face,
      clock.after(AUTO_LOCK_MILLISECONDS, () => {
        if (lock(face)) locked(face, session);
      }),
    );
  }

  function lock(face: Face): boolean {
    const session = sessions.get(face);
    if (!session || session.locked) return false;
    disarm(face);
    sessions.set(face, { ...session, locked: true });
    return true;
  }

  return {
    of: (face) => sessions.get(face) ?? null,
    all: () => [...sessions],
    replace: (face, session) => void sessions.set(face, session),
    open(face, session) {
      sessions.set(face, session);
      touch(face);
    },
    lock,
    end(face) {
      disarm(face);
      return sessions.delete(face);
    },
    touch,
    close() {
      for (const face of [...timers.keys()]) disarm(face);
    },
  };
}
