import { waitAtMost } from './wait-at-most.ts';

/** Nobody looks at an empty window longer; a station that needs more is waited for on a picture that says so. */
const LONGEST_WITHOUT_PICTURE_MS = 250;

/** Resolves when what the first picture shows was answered, or when it is no longer waited for. */
export function forFirstPicture(asked: Promise<unknown>): Promise<void> {
  return waitAtMost(asked, LONGEST_WITHOUT_PICTURE_MS);
}
