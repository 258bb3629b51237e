import type { Direction } from './fault.ts';

/** Looks for words in what really travels, in clear and in the ways bytes are commonly written as text. */
export interface WireSearch {
  look(direction: Direction, bytes: Buffer): void;
  /** Words that were seen. */
  found(): readonly string[];
  bytes(): number;
}

export function createWireSearch(words: readonly string[]): WireSearch {
  const patterns = words.flatMap((word) => spellings(word).map((spelling) => ({ word, spelling })));
  const longest = Math.max(...patterns.map(({ spelling }) => spelling.length));
  const tails: Record<Direction, Buffer> = { up: Buffer.alloc(0), down: Buffer.alloc(0) };
  const found = new Set<string>();
  let seen = 0;

  return {
    look(direction, bytes) {
      seen += bytes.length;
      const text = Buffer.concat([tails[direction], bytes]);
      for (const { word, spelling } of patterns) if (text.includes(spelling)) found.add(word);
      tails[direction] = Buffer.from(text.subarray(Math.max(0, text.length - longest)));
    },
    found: () => [...found],
    bytes: () => seen,
  };
}

/** UTF-8, UTF-16, hexadecimal, and Base64 at each of the three places a word can begin in it. */
function spellings(word: string): Buffer[] {
  const bytes = Buffer.from(word);
  const base64 = [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64url');
    // A character carries six bits: the first and last may also depend on what stands beside the word.
    return text.slice(Math.ceil((8 * shift) / 6), Math.floor((8 * (shift + bytes.length)) / 6));
  });
  return [
    bytes,
    Buffer.from(word, 'utf16le'),
    ...[bytes.toString('hex'), ...base64].map((text) => Buffer.from(text)),
  ];
}
