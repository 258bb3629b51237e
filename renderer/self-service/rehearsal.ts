import { startTransition, useEffect } from 'react';
import { FIRST_PATH, type Path, type Screen } from './visit.ts';

/** Right behind the first screen, each of another look; none of them listens for a key or a code. */
const REHEARSED: readonly Screen[] = [
  { name: 'access' },
  { name: 'ticket-service' },
  { name: 'information' },
  { name: 'search' },
  { name: 'feedback' },
];

/**
 * Goes to the next screens and back while nobody sees it: what the browser does once for a screen, such as reading its code
 * and measuring its letters, is done before anybody waits for it. Works when there is nothing else to do.
 */
export function useRehearsal(unseen: boolean, show: (path: Path) => void): void {
  useEffect(() => {
    if (!unseen) return;
    const paths = REHEARSED.flatMap((screen): Path[] => [[...FIRST_PATH, screen], FIRST_PATH]).values();
    let idle = requestIdleCallback(goOn);
    function goOn(): void {
      const { value: path } = paths.next();
      if (path === undefined) return;
      startTransition(() => show(path));
      idle = requestIdleCallback(goOn);
    }
    return () => cancelIdleCallback(idle);
  }, [unseen, show]);
}
