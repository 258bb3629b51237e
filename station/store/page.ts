/** A page of rows in the order they were read, and the cursor of the next one. */
export interface Page<Row> {
  readonly rows: Row[];
  readonly next: string | null;
}

/** Cuts one row more than asked for down to a page; `cursor` names the last row kept. */
export function cutPage<Read, Row>(
  read: readonly Read[],
  limit: number,
  cursor: (row: Read) => string,
  toRow: (row: Read) => Row,
): Page<Row> {
  const kept = read.slice(0, limit);
  const last = kept.at(-1);
  return { rows: kept.map(toRow), next: read.length > limit && last ? cursor(last) : null };
}

/** Numbers of a cursor such as `12` or `3:12`; null when it is none, and then a list begins at its start. */
export function readCursor(cursor: string | null, parts: number): number[] | null {
  const numbers = cursor?.split(':') ?? [];
  const sound = numbers.length === parts && numbers.every((number) => /^\d{1,15}$/.test(number));
  return sound ? numbers.map(Number) : null;
}
