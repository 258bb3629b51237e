import type { Place } from './scan-state.ts';

/** A thing that can be chosen, with what holds it together with its neighbours. */
export interface Choosable<Thing> {
  readonly thing: Thing;
  /** The row of keys or the part of the screen it stands in. */
  readonly holder: object;
  /** A row of keys stays whole, as the eye sees it. */
  readonly whole: boolean;
}

/** More are not waited for: two short groups are gone through sooner than a long one. */
const LARGEST_GROUP = 6;

/** Neighbours of one holder together, long ones in parts of nearly equal size. Keeps the order; no group is empty. */
export function groupsOf<Thing>(choosables: readonly Choosable<Thing>[]): Thing[][] {
  const runs: Choosable<Thing>[][] = [];
  for (const each of choosables) {
    const run = runs.at(-1);
    if (run?.[0]?.holder === each.holder) run.push(each);
    else runs.push([each]);
  }
  return runs.flatMap((run) => {
    const parts = run[0]?.whole ? 1 : Math.ceil(run.length / LARGEST_GROUP);
    const size = Math.ceil(run.length / parts);
    return Array.from({ length: parts }, (_, part) =>
      run.slice(part * size, (part + 1) * size).map(({ thing }) => thing),
    ).filter((group) => group.length > 0);
  });
}

/** Where a thing stands; null when it is gone. */
export function placeOf<Thing>(
  groups: readonly (readonly Thing[])[],
  thing: Thing | undefined,
): Place | null {
  if (thing === undefined) return null;
  for (const [group, things] of groups.entries()) {
    const item = things.indexOf(thing);
    if (item >= 0) return { group, item };
  }
  return null;
}
