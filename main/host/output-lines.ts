import type { Readable } from 'node:stream';

/** A longer line is cut: a process gone wild must not fill the shell's memory. */
const LONGEST_LINE = 8192;

/**
 * Writes each line of `stream`, prefixed, through `write`. A last line without its end is written when the stream ends,
 * or when the function that is returned is called, for a stream that stops without ending.
 */
export function forwardLines(stream: Readable, prefix: string, write: (line: string) => void): () => void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = (lines.pop() ?? '').slice(0, LONGEST_LINE);
    for (const line of lines) write(`${prefix} ${line.slice(0, LONGEST_LINE)}`);
  });
  function flush(): void {
    if (rest !== '') write(`${prefix} ${rest}`);
    rest = '';
  }
  stream.on('end', flush);
  stream.on('error', (error) => write(`${prefix} output lost: ${error.message}`));
  return flush;
}
