/**
 * Words that stand for a side of the house rather than for a part of a path: `npm test -- citizen` runs everything that
 * guards the citizens, wherever it lives.
 */
export const TEST_TOPICS: Readonly<Record<string, readonly string[]>> = {
  citizen: [
    'renderer/self-service',
    'renderer/display',
    'renderer/counter/queue',
    'station/self-service',
    'station/queue',
    'station/feedback',
    'station/attendance',
    'station/cameras',
    'contract/domain/complaint',
    'contract/domain/satisfaction',
    'scripts/speech',
    'tests/e2e/self-service',
    'tests/e2e/queue',
    'tests/faults/office-hours',
  ],
};

/** What to look for in the paths of tests, for the words somebody typed. */
export function pathsFor(words: readonly string[]): string[] {
  return words.flatMap((word) => TEST_TOPICS[word] ?? [word]);
}
