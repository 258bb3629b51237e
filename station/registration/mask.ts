/** `SITI AMINAH` as `S*** A***`: enough for the citizen to know the paper, nothing for who finds it. */
export function maskName(name: string): string {
  return name
    .toUpperCase()
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => `${word.charAt(0)}***`)
    .join(' ');
}
