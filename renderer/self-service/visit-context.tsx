import { createContext, useContext } from 'react';
import type { Path, Screen } from './visit.ts';

export interface VisitPlace {
  readonly path: Path;
  readonly go: (screen: Screen) => void;
  readonly back: () => void;
  readonly end: () => void;
  /** Does nothing while the screen is so new that the touch was meant for the one before. */
  readonly whenSettled: (act: () => void) => () => void;
}

export const VisitContext = createContext<VisitPlace | null>(null);

export function useVisit(): VisitPlace {
  const visit = useContext(VisitContext);
  if (!visit) throw new Error('no Visit above this component');
  return visit;
}
