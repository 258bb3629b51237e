/** Characters of one line of a passport's machine-readable zone (ICAO Doc 9303-4 §4.2). */
export const MRZ_LINE_LENGTH = 44;

export type MrzLines = readonly [string, string];

/** What a person or a scanner sent, as MRZ characters: capitals, digits and fillers; spaces and look-alikes are fillers. */
function toMrzCharacters(text: string): string {
  return text
    .toUpperCase()
    .replaceAll(/[ «‹]/g, '<')
    .replaceAll(/[^A-Z0-9<]/g, '');
}

/** The two lines of a stored value. */
export function splitMrz(value: string): MrzLines {
  const [first = '', second = ''] = value.split('\n');
  return [first, second];
}

/**
 * The stored value after line 0 or 1 was typed or pasted: lines are joined by a line feed. Text with a line feed, or more
 * than fits the first line, flows into the second.
 */
export function joinMrz(lines: MrzLines, line: 0 | 1, text: string): string {
  const [upper = '', lower] = text.split(/[\r\n]+/).filter((part) => part.trim() !== '');
  const typed = toMrzCharacters(upper);
  if (line === 1) return `${lines[0]}\n${typed.slice(0, MRZ_LINE_LENGTH)}`.replace(/^\n$/, '');
  const rest = lower === undefined ? typed.slice(MRZ_LINE_LENGTH) : toMrzCharacters(lower);
  return `${typed.slice(0, MRZ_LINE_LENGTH)}\n${(rest || lines[1]).slice(0, MRZ_LINE_LENGTH)}`.replace(
    /^\n$/,
    '',
  );
}
