/** A village hall is shut at night and its kiosk off; a day without a word is an outage. */
export const OUTAGE_HOURS = 24;
export const OUTAGE_DAYS = 14;

export interface Outages {
  /** Hours of the longest time without a word. */
  readonly longest: number;
  /** Times without a word for more than `OUTAGE_HOURS`. */
  readonly count: number;
  /** True when such a time is going on. */
  readonly silentNow: boolean;
}

/** Gaps between the hours a station was heard, from `begin` (hours since the epoch) to `end`. */
export function findOutages(hours: readonly number[], begin: number, end: number): Outages {
  const edges = [begin, ...hours.filter((hour) => hour >= begin && hour <= end), end];
  const gaps = edges.slice(1).map((hour, place) => hour - (edges[place] ?? hour));
  return {
    longest: Math.max(0, ...gaps),
    count: gaps.filter((gap) => gap > OUTAGE_HOURS).length,
    silentNow: (gaps.at(-1) ?? 0) > OUTAGE_HOURS,
  };
}

/** Runs of following hours, so that a strip is a few rectangles and not hundreds. */
export function runsOf(hours: readonly number[]): { from: number; length: number }[] {
  const runs: { from: number; length: number }[] = [];
  for (const hour of hours) {
    const last = runs.at(-1);
    if (last && last.from + last.length === hour)
      runs[runs.length - 1] = { ...last, length: last.length + 1 };
    else runs.push({ from: hour, length: 1 });
  }
  return runs;
}
