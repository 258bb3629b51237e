/**
 * Where spreadsheets take a cell for a formula: these characters and their full-width forms at its beginning
 * (OWASP, CSV Injection).
 */
const BEGINS_FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r]/;

/** A cell a spreadsheet shows as it is: an apostrophe keeps it from being calculated. */
export function neutralise(cell: string): string {
  const plain = cell.replaceAll('\u0000', '');
  return BEGINS_FORMULA.test(plain) ? `'${plain}` : plain;
}

/**
 * RFC 4180 with every cell quoted. Semicolons, because Indonesian writes decimals with a comma and its spreadsheets
 * expect them; the byte-order mark tells them that it is UTF-8.
 */
export function csvDocument(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => row.map((cell) => `"${neutralise(cell).replaceAll('"', '""')}"`).join(';'));
  return `\uFEFF${lines.map((line) => `${line}\r\n`).join('')}`;
}
