export interface LineSplitter {
  /** Bytes in; each line that ended in them out, without its end, read as UTF-8. */
  push(bytes: Uint8Array): readonly string[];
  /** Forgets what was held; `skip` also throws away what is left of a line whose beginning nobody read. */
  reset(skip: boolean): void;
}

const NEWLINE = 0x0a;

/** Splits a growing file into lines. Holds `longest` bytes at most: a longer line is thrown away whole. */
export function createLineSplitter(longest: number): LineSplitter {
  const decoder = new TextDecoder();
  let held = new Uint8Array();
  let skipping = false;

  return {
    push(bytes) {
      const lines: string[] = [];
      let start = 0;
      for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
        hold(bytes.subarray(start, end));
        if (!skipping) lines.push(decoder.decode(held).replace(/\r$/, ''));
        held = new Uint8Array();
        skipping = false;
        start = end + 1;
      }
      hold(bytes.subarray(start));
      return lines;
    },
    reset(skip) {
      held = new Uint8Array();
      skipping = skip;
    },
  };

  function hold(bytes: Uint8Array) {
    skipping ||= held.length + bytes.length > longest;
    if (skipping) {
      held = new Uint8Array();
      return;
    }
    const joined = new Uint8Array(held.length + bytes.length);
    joined.set(held);
    joined.set(bytes, held.length);
    held = joined;
  }
}
