export type Row = readonly (string | number | null)[];

/** Lines of a table whose first column is words and whose others stand at the right; null is a dash. */
export function formatTable(heads: readonly string[], rows: readonly Row[]): string[] {
  const words = [heads, ...rows.map((row) => row.map(wordOf))];
  const widths = heads.map((_, column) => Math.max(...words.map((row) => row[column]?.length ?? 0)));
  return words.map((row) =>
    row
      .map((word, column) => {
        const width = widths[column] ?? 0;
        return column === 0 ? word.padEnd(width) : word.padStart(width);
      })
      .join('  ')
      .trimEnd(),
  );
}

/** Three significant digits, and whole numbers as they are. */
function wordOf(value: string | number | null): string {
  if (value === null) return '–';
  if (typeof value === 'string') return value;
  if (Number.isInteger(value)) return value.toLocaleString('en');
  return value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2);
}
