/**
 * Finds `DLE EOT n` (10 04 n, n 1 to 4) in the bytes as they arrive. Like hardware it looks at nothing else, so it
 * also answers when the three bytes are part of a picture.
 */
export interface RealTimeScanner {
  /** The question completed by this byte, else null. */
  push(byte: number): 1 | 2 | 3 | 4 | null;
}

export function createRealTimeScanner(): RealTimeScanner {
  let matched = 0;
  return {
    push(byte) {
      if (matched === 2) {
        matched = byte === 0x10 ? 1 : 0;
        return byte === 1 || byte === 2 || byte === 3 || byte === 4 ? byte : null;
      }
      if (byte === 0x10) matched = 1;
      else matched = matched === 1 && byte === 0x04 ? 2 : 0;
      return null;
    },
  };
}
