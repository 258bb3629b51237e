/** Writes the simple types of ISO 15740, section 5.3, one after the other. */
export interface DatasetWriter {
  uint16(value: number): DatasetWriter;
  uint32(value: number): DatasetWriter;
  /** At most 254 UTF-16 units. */
  string(text: string): DatasetWriter;
  uint16Array(values: readonly number[]): DatasetWriter;
  uint32Array(values: readonly number[]): DatasetWriter;
  bytes(): Uint8Array;
}

export function createDatasetWriter(): DatasetWriter {
  const written: number[] = [];
  const writer: DatasetWriter = {
    uint16: (value) => number(value, 2),
    uint32: (value) => number(value, 4),
    string(text) {
      if (text.length > 254) throw new RangeError(`Expected at most 254 units, got ${text.length}`);
      written.push(text === '' ? 0 : text.length + 1);
      for (let index = 0; index < text.length; index += 1) number(text.charCodeAt(index), 2);
      return text === '' ? writer : number(0, 2);
    },
    uint16Array: (values) => array(values, 2),
    uint32Array: (values) => array(values, 4),
    bytes: () => Uint8Array.from(written),
  };
  return writer;

  function number(value: number, size: number): DatasetWriter {
    for (let shift = 0; shift < size; shift += 1) written.push((value >>> (8 * shift)) & 0xff);
    return writer;
  }

  function array(values: readonly number[], size: number): DatasetWriter {
    number(values.length, 4);
    for (const value of values) number(value, size);
    return writer;
  }
}
