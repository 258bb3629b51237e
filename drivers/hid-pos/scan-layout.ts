import { parseReportDescriptor, type ReportField } from './report-descriptor.ts';
import { ReportDescriptorError } from './report-descriptor-error.ts';

/** Where the parts of a scanned data report stand; places count bytes from the start, the report's number included. */
export interface ScanLayout {
  /** 0 where the device does not number its reports; then reports begin with their first field. */
  readonly reportId: number;
  /** Bytes of a whole report. */
  readonly length: number;
  /** The byte that says how much of the data area is used; null where zeros fill what is not. */
  readonly byteCountAt: number | null;
  /** The three characters of the AIM identifier; null where the report has none. */
  readonly aimAt: readonly [number, number, number] | null;
  readonly dataAt: number;
  readonly dataLength: number;
  /** Bits that are set while more of the same scan follows; null where a scan is one report. */
  readonly continued: { readonly at: number; readonly mask: number } | null;
  /** Feature report that sends scans here and not to the keyboard; null where there is none. */
  readonly redirectReportId: number | null;
}

/** HID Point of Sale Usage Tables 1.02, chapter 3; HID Usage Tables 1.5, chapter 29. */
export const SCANNER_PAGE = 0x8c;
export const SCANNER_USAGE = 0x02;
const AIM_1 = 0xfb;
const AIM_2 = 0xfc;
const AIM_3 = 0xfd;
const DECODED_DATA = 0xfe;
const DATA_CONTINUED = 0xff;
/** Generic Desktop page, Byte Count. */
const BYTE_COUNT = { page: 0x01, usage: 0x3b } as const;
/** "Output redirection" on the vendor page of Hand Held Products, whose scanners are now Honeywell's. */
const OUTPUT_REDIRECTION = { page: 0xff66, usage: 0x03 } as const;

/**
 * The 64 bytes most makers send: number 2, byte count, AIM identifier, 56 bytes of data, two bytes of the maker's own,
 * continuation flag. Used where the system hands out no descriptor.
 */
export const COMMON_SCAN_LAYOUT: ScanLayout = {
  reportId: 2,
  length: 64,
  byteCountAt: 1,
  aimAt: [2, 3, 4],
  dataAt: 5,
  dataLength: 56,
  continued: { at: 63, mask: 0x01 },
  redirectReportId: null,
};

/** Finds the scanned data report a descriptor describes. Throws `ReportDescriptorError` when there is none we can read. */
export function findScanLayout(descriptor: Uint8Array): ScanLayout {
  const { fields, bits } = parseReportDescriptor(descriptor);
  const data = fields.find((field) => field.kind === 'input' && is(field, SCANNER_PAGE, DECODED_DATA));
  if (!data) throw new ReportDescriptorError('No report carries decoded data');
  const { reportId } = data;
  const numberBytes = reportId === 0 ? 0 : 1;
  const report = fields.filter((field) => field.kind === 'input' && field.reportId === reportId);
  const find = (page: number, usage: number) => report.find((field) => is(field, page, usage));
  const byteAt = (field: ReportField) => {
    if (field.bitSize !== 8 || field.bitOffset % 8 !== 0) {
      throw new ReportDescriptorError(`Usage ${field.usage.toString(16)} is not a byte`);
    }
    return numberBytes + field.bitOffset / 8;
  };
  const aim = [AIM_1, AIM_2, AIM_3].flatMap((usage) => find(SCANNER_PAGE, usage) ?? []);
  const [first, second, third] = aim.map(byteAt);
  const byteCount = find(BYTE_COUNT.page, BYTE_COUNT.usage);
  const flag = find(SCANNER_PAGE, DATA_CONTINUED);
  const redirect = fields.find(
    (field) => field.kind === 'feature' && is(field, OUTPUT_REDIRECTION.page, OUTPUT_REDIRECTION.usage),
  );
  return {
    reportId,
    length: numberBytes + Math.ceil(bits('input', reportId) / 8),
    byteCountAt: byteCount ? byteAt(byteCount) : null,
    aimAt: first !== undefined && second !== undefined && third !== undefined ? [first, second, third] : null,
    dataAt: byteAt(data),
    dataLength: data.count,
    continued: flag ? flagOf(flag, numberBytes) : null,
    redirectReportId: redirect?.reportId || null,
  };
}

function is(field: ReportField, page: number, usage: number): boolean {
  return field.usagePage === page && field.usage === usage;
}

/** One bit, or a byte that is zero when the scan ends. Eight single bits of this usage mean by the lowest. */
function flagOf({ bitOffset, bitSize }: ReportField, numberBytes: number): ScanLayout['continued'] {
  const at = numberBytes + Math.floor(bitOffset / 8);
  if (bitSize === 1) return { at, mask: 1 << (bitOffset % 8) };
  if (bitSize === 8 && bitOffset % 8 === 0) return { at, mask: 0xff };
  throw new ReportDescriptorError(`A continuation flag of ${bitSize} bits`);
}
