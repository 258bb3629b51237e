import { createContext, useContext } from 'react';

/** A visit is made and laid out before it is seen; what only counts for somebody who stands there waits for this. */
export const VisitOpenContext = createContext(false);

/** Is the visit seen? */
export function useVisitOpen(): boolean {
  return useContext(VisitOpenContext);
}
