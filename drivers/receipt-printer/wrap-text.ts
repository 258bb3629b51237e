/**
 * Breaks text into lines of at most `columns` characters, at spaces where it can and inside a word only when
 * the word alone is longer than a line. Keeps line breaks; drops spaces at a break. At least one line.
 * A no-break space keeps its words together (`08.25 WIB`) and comes out as a space.
 */
export function wrapText(text: string, columns: number): string[] {
  if (!Number.isInteger(columns) || columns < 1)
    throw new RangeError(`Expected at least 1 column, got ${columns}`);
  const lines = text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, columns));
  return lines.map((line) => line.replaceAll('\u00a0', ' '));
}

function wrapParagraph(paragraph: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(' ').filter((part) => part !== '')) {
    let rest = word;
    if (line !== '' && line.length + 1 + rest.length <= columns) {
      line += ` ${rest}`;
      continue;
    }
    if (line !== '') lines.push(line);
    while (rest.length > columns) {
      lines.push(rest.slice(0, columns));
      rest = rest.slice(columns);
    }
    line = rest;
  }
  if (line !== '' || lines.length === 0) lines.push(line);
  return lines;
}

/** Fewer than two spaces and a label runs into its value. */
const GAP = 2;

/** A label and a value flush right, each wrapped in its own column. */
export function layOutColumns(left: string, right: string, columns: number): string[] {
  if (left === '') return wrapText(right, columns).map((line) => line.padStart(columns));
  // A short label leaves its room to the value; a long one takes at most half the paper.
  const leftWidth = Math.min(longest(left), Math.floor(columns / 2));
  const rightWidth = columns - leftWidth - GAP;
  const rights = wrapText(right, rightWidth);
  const lefts = wrapText(left, columns - GAP - Math.max(...rights.map((line) => line.length)));
  return Array.from({ length: Math.max(lefts.length, rights.length) }, (_, index) => {
    const value = rights[index] ?? '';
    return (lefts[index] ?? '').padEnd(columns - value.length) + value;
  });
}

function longest(text: string): number {
  return Math.max(...text.split('\n').map((line) => line.length));
}
