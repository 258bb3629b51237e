/** One line of a benchmark: what was measured, against which limit of the same run. */
export interface Ratio {
  readonly name: string;
  readonly measured: string;
  readonly limit: string;
  readonly ratio: number;
  /** The product's target for the ratio. It is printed, never enforced. */
  readonly target: number;
  /** Whether the target is the most, as it is when this is left out, or the least. */
  readonly wanted?: 'at-most' | 'at-least';
}

export function formatRatio(line: Ratio): string {
  const { name, measured, limit, ratio, target, wanted = 'at-most' } = line;
  const atLeast = wanted === 'at-least';
  const met = atLeast ? ratio >= target : ratio <= target;
  const missed = atLeast ? 'BELOW' : 'ABOVE';
  return `${name}: ${measured} against ${limit} = ${ratio.toFixed(2)} (${met ? 'within' : missed} target ${target})`;
}
