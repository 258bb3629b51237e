import { ReportDescriptorError } from './report-descriptor-error.ts';

export interface DescriptorItem {
  readonly type: 'main' | 'global' | 'local';
  readonly tag: number;
  /** Unsigned, little-endian. */
  readonly value: number;
  /** Bytes the value was given in: 0, 1, 2 or 4. */
  readonly size: number;
}

/** HID_MAX_DESCRIPTOR_SIZE of the Linux kernel. */
const LONGEST = 4_096;
/** Prefix of a long item (HID 1.11, 6.2.2.3): its length and tag follow. None is defined, so all are skipped. */
const LONG_ITEM = 0xfe;
const TYPES = ['main', 'global', 'local'] as const;
const SIZES = [0, 1, 2, 4] as const;

/** The short items of a report descriptor in order (HID 1.11, 6.2.2.2). Throws `ReportDescriptorError`. */
export function* readDescriptorItems(bytes: Uint8Array): Generator<DescriptorItem> {
  if (bytes.length > LONGEST) throw new ReportDescriptorError(`A descriptor of ${bytes.length} bytes`);
  let offset = 0;
  while (offset < bytes.length) {
    const prefix = bytes[offset] ?? 0;
    if (prefix === LONG_ITEM) {
      offset += 3 + expectByte(bytes, offset + 1);
      if (offset > bytes.length) throw new ReportDescriptorError('The last item is cut off');
      continue;
    }
    const size = SIZES[prefix & 0x03] ?? 0;
    const type = TYPES[(prefix >> 2) & 0x03];
    if (!type) throw new ReportDescriptorError(`Reserved item type at ${offset}`);
    let value = 0;
    for (let place = size; place > 0; place -= 1) value = value * 256 + expectByte(bytes, offset + place);
    yield { type, tag: prefix >> 4, value, size };
    offset += 1 + size;
  }
}

function expectByte(bytes: Uint8Array, offset: number): number {
  const byte = bytes[offset];
  if (byte === undefined) throw new ReportDescriptorError('The last item is cut off');
  return byte;
}
