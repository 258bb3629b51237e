import type { CameraCondition } from '../../../contract/domain/camera.ts';

/** A camera is listed a moment before it can be opened, and a bad plug comes and goes. */
const PROBE_AFTER_MS = 2_000;
/** Another program lets a camera go without a word. Seldom enough that its light does not trouble anybody by night. */
const AGAIN_AFTER_MS = 10 * 60_000;

export interface CameraWatchDependencies {
  /** Rejects where it cannot be known. Opens nothing. */
  isThere(): Promise<boolean>;
  /** Opens the camera until its first picture and lets it go. Rejects with nothing. */
  probe(signal: AbortSignal): Promise<CameraCondition>;
  /** Something was plugged in or out. Answers how to stop listening. */
  onListChange(listener: () => void): () => void;
  tell(condition: CameraCondition): void;
  /** Runs later; answers how to cancel. */
  schedule(run: () => void, milliseconds: number): () => void;
}

export interface CameraWatch {
  /** Something changed that may concern the camera. */
  look(): void;
  /** Whoever is told may have forgotten. */
  tellAgain(): void;
  /** While somebody stands here no camera is opened but the one they open; it is looked at when they are gone, if need be. */
  setVisited(visited: boolean): void;
  /** What a camera in use was found to be. */
  notice(condition: CameraCondition): void;
  close(): void;
}

/**
 * Finds out how the citizens' camera is, by what the browser lists and, while nobody stands there, by opening it for a moment: at the
 * start, when something is plugged in or out, when the counter opens or closes, and now and then while it is in trouble. Tells every change.
 */
export function createCameraWatch(dependencies: CameraWatchDependencies): CameraWatch {
  const { isThere, probe, onListChange, tell, schedule } = dependencies;
  let last: CameraCondition | null = null;
  let visited = false;
  let owed = false;
  let closed = false;
  let looks = 0;
  let probing: AbortController | null = null;
  let cancelTimer: (() => void) | null = null;

  function become(condition: CameraCondition): void {
    if (condition === last) return;
    last = condition;
    tell(condition);
  }

  function stop(): void {
    cancelTimer?.();
    cancelTimer = null;
    probing?.abort();
    probing = null;
  }

  function probeAfter(milliseconds: number): void {
    cancelTimer?.();
    cancelTimer = schedule(() => {
      cancelTimer = null;
      void probeNow();
    }, milliseconds);
  }

  async function probeNow(): Promise<void> {
    probing?.abort();
    const abort = new AbortController();
    probing = abort;
    const found = await probe(abort.signal);
    if (probing !== abort) return;
    probing = null;
    become(found);
    if (found !== 'present') probeAfter(AGAIN_AFTER_MS);
  }

  async function look(): Promise<void> {
    looks += 1;
    const mine = looks;
    const there = await isThere().catch(() => null);
    if (closed || mine !== looks || there === null) return;
    if (!there) {
      stop();
      become('missing');
    } else if (visited) {
      owed = true;
      if (last === null || last === 'missing') become('present');
    } else probeAfter(PROBE_AFTER_MS);
  }

  const stopListening = onListChange(() => void look());
  void look();

  return {
    look: () => void look(),
    tellAgain() {
      if (last !== null) tell(last);
    },
    setVisited(next) {
      if (next === visited) return;
      visited = next;
      if (next) {
        owed = cancelTimer !== null || probing !== null;
        stop();
      } else if (owed || last !== 'present') {
        owed = false;
        void look();
      }
    },
    notice: become,
    close() {
      closed = true;
      stop();
      stopListening();
    },
  };
}
