/** Parsers with a fault each, by which the fuzzer is shown to see it. */
import type { FuzzTarget } from './fuzz-target.ts';

class AllowedError extends Error {}

export const targets: readonly FuzzTarget[] = [
  planted('well', () => null),
  planted('refusing', () => {
    throw new AllowedError('A proper answer');
  }),
  planted('throwing', ([first]) => {
    if (first === 0xff) throw new RangeError('An improper one');
  }),
  planted('endless', ([first]) => {
    while (first === 0xff);
  }),
  planted('slow', async ([first]) => {
    if (first === 0xff) await new Promise((resolve) => setTimeout(resolve, 1_500));
  }),
  planted('greedy', ([first]) => new Uint8Array(first === 0xff ? 2 ** 27 : 0)),
  planted('growing', hoard()),
];

function planted(name: string, run: FuzzTarget['run']): FuzzTarget {
  return { name, samples: [Uint8Array.of(1, 2, 3)], longest: 16, run, allowed: [AllowedError] };
}

function hoard(): FuzzTarget['run'] {
  const kept: Uint8Array[] = [];
  return () => kept.push(new Uint8Array(2 ** 20));
}
