/** Writes one line to standard error; standard output is kept for answers to scripts. No personal data, no keys. */
export function log(line: string): void {
  process.stderr.write(`${line}\n`);
}
