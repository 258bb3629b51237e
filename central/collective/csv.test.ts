import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvDocument, neutralise } from './csv.ts';

/** An independent reading of RFC 4180 with semicolons. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (let place = 1; place < text.length; ) {
    expect(text[place]).toBe('"');
    let cell = '';
    for (place += 1; text.slice(place, place + 2) === '""' || text[place] !== '"'; place += 1) {
      cell += text[place];
      if (text.slice(place, place + 2) === '""') place += 1;
    }
    row.push(cell);
    if (text[place + 1] === ';') place += 2;
    else {
      expect(text.slice(place + 1, place + 3)).toBe('\r\n');
      rows.push(row);
      row = [];
      place += 3;
    }
  }
  return rows;
}

test.each(['=1+1', '+62812', '-1', '@SUM(A1)', '\t=1', '\r=1', '  =cmd|x', '＝1', '\u0000=1'])(
  '%j is not calculated',
  (cell) => {
    expect(neutralise(cell).startsWith("'")).toBe(true);
  },
);

test.each(['SITI SPESIMEN', '1804 0457 0990 9901', 'A=B', ''])('%j stays as it is', (cell) => {
  expect(neutralise(cell)).toBe(cell);
});

test('every cell comes back as it went in but for the apostrophe, and no cell begins a formula', () => {
  const cells = fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 4 }), {
    maxLength: 5,
  });
  fc.assert(
    fc.property(cells, (rows) => {
      const read = readCsv(csvDocument(rows));
      expect(read).toEqual(rows.map((row) => row.map(neutralise)));
      for (const cell of read.flat()) expect(cell).not.toMatch(/^[\s]*[=+\-@]/);
    }),
  );
});
