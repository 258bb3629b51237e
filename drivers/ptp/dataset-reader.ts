/**
 * Reads the simple types of ISO 15740, section 5.3, one after the other. Past the end every read gives zero or
 * nothing and `isComplete` turns false, so a decoder reads all its fields and asks once.
 */
export interface DatasetReader {
  uint16(): number;
  uint32(): number;
  /** Up to 254 UTF-16 units after a length byte, the last one a NUL; cut at the first NUL. */
  string(): string;
  uint16Array(): readonly number[];
  uint32Array(): readonly number[];
  /** False once anything was read that is not there. */
  isComplete(): boolean;
}

export function createDatasetReader(bytes: Uint8Array): DatasetReader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let offset = 0;
  let complete = true;

  return {
    uint16,
    uint32,
    string() {
      const count = take(1) ? view.getUint8(offset - 1) : 0;
      if (!take(2 * count)) return '';
      const start = offset - 2 * count;
      const units = Array.from({ length: count }, (_, index) => view.getUint16(start + 2 * index, true));
      const end = units.indexOf(0);
      return String.fromCharCode(...units.slice(0, end < 0 ? count : end)).toWellFormed();
    },
    uint16Array: () => array(2, uint16),
    uint32Array: () => array(4, uint32),
    isComplete: () => complete,
  };

  function uint16(): number {
    return take(2) ? view.getUint16(offset - 2, true) : 0;
  }

  function uint32(): number {
    return take(4) ? view.getUint32(offset - 4, true) : 0;
  }

  /** The count is believed only as far as there are bytes for it. */
  function array(size: number, read: () => number): number[] {
    const count = uint32();
    if (size * count > bytes.length - offset) {
      complete = false;
      return [];
    }
    return Array.from({ length: count }, read);
  }

  function take(size: number): boolean {
    complete &&= size <= bytes.length - offset;
    if (complete) offset += size;
    return complete;
  }
}
