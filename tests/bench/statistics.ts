/** The value below which the given share of the sample lies (nearest rank). */
export function percentile(sample: readonly number[], share: number): number {
  if (sample.length === 0) throw new RangeError('an empty sample has no percentile');
  const sorted = [...sample].sort((left, right) => left - right);
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  return sorted[rank - 1] ?? Number.NaN;
}

export function median(sample: readonly number[]): number {
  return percentile(sample, 0.5);
}
