import { useEffect } from 'react';
import { useStation } from '../system/station-context.tsx';

/**
 * Five minutes without a touch: long enough to read a document with a citizen, short enough that a deserted counter shows
 * nobody's papers. Nothing typed is lost by it.
 */
const IDLE_MS = 5 * 60_000;

const SIGNS_OF_LIFE = ['pointerdown', 'keydown'] as const;

/** Locks the screen after a while without a touch or a key. */
export function useIdleLock(): void {
  const { client } = useStation();
  useEffect(() => {
    const lock = () => client.access.lock().catch(() => undefined);
    let timer = setTimeout(lock, IDLE_MS);
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(lock, IDLE_MS);
    };
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, wait, true);
    return () => {
      clearTimeout(timer);
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, wait, true);
    };
  }, [client]);
}
