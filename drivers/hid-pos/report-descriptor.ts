/** The fields of a HID report descriptor (HID 1.11, 6.2.2). Reads what it must know to place a field, and is strict about it. */
import { type DescriptorItem, readDescriptorItems } from './descriptor-items.ts';
import { ReportDescriptorError } from './report-descriptor-error.ts';

export type ReportKind = 'input' | 'output' | 'feature';

/** One field of one report: a value of `bitSize` bits with one usage. */
export interface ReportField {
  readonly kind: ReportKind;
  /** 0 where the device does not number its reports. */
  readonly reportId: number;
  /** From the first bit after the report's number, least significant bit of a byte first (HID 1.11, 8.2). */
  readonly bitOffset: number;
  readonly bitSize: number;
  /** Fields of one usage that follow each other. */
  readonly count: number;
  readonly usagePage: number;
  readonly usage: number;
}

export interface ReportDescriptor {
  /** Fields with a usage; constants, which only fill, are left out. */
  readonly fields: readonly ReportField[];
  /** Bits of a report without its number. */
  readonly bits: (kind: ReportKind, reportId: number) => number;
}

/** Main items (HID 1.11, 6.2.2.4). */
const KINDS: Readonly<Record<number, ReportKind>> = { 8: 'input', 9: 'output', 11: 'feature' };
const MAIN = { collection: 10, endCollection: 12 };
/** Global items (6.2.2.7). */
const GLOBAL = { usagePage: 0, reportSize: 7, reportId: 8, reportCount: 9, push: 10, pop: 11 };
/** Local items (6.2.2.8). */
const LOCAL = { usage: 0, usageMinimum: 1, usageMaximum: 2 };

/** Linux refuses reports longer than 16 kB; a scanner's is 64 bytes. */
const MOST_REPORT_BITS = 4_096 * 8;
const MOST_NESTED = 16;
/** Usages named one by one or by a range before a main item; Linux allows 12,288, keyboards need 256. */
const MOST_USAGES = 512;

interface Globals {
  readonly usagePage: number;
  readonly reportSize: number;
  readonly reportCount: number;
  readonly reportId: number;
}

/** Throws `ReportDescriptorError`. */
export function parseReportDescriptor(bytes: Uint8Array): ReportDescriptor {
  const fields: ReportField[] = [];
  const lengths = new Map<string, number>();
  const pushed: Globals[] = [];
  let globals: Globals = { usagePage: 0, reportSize: 0, reportCount: 0, reportId: 0 };
  let usages: number[] = [];
  let usageMinimum: number | null = null;
  let depth = 0;

  for (const item of readDescriptorItems(bytes)) {
    if (item.type === 'main') readMain(item);
    else if (item.type === 'global') readGlobal(item);
    else readLocal(item);
  }
  if (depth !== 0) throw new ReportDescriptorError('A collection is not closed');
  return { fields, bits: (kind, reportId) => lengths.get(`${kind} ${reportId}`) ?? 0 };

  function readMain({ tag, value }: DescriptorItem) {
    const kind = KINDS[tag];
    if (kind) addFields(kind, value);
    else if (tag === MAIN.collection) depth += 1;
    else if (tag === MAIN.endCollection) depth -= 1;
    else throw new ReportDescriptorError(`Unknown main item ${tag}`);
    if (depth < 0 || depth > MOST_NESTED) throw new ReportDescriptorError('Collections do not nest');
    usages = [];
    usageMinimum = null;
  }

  function readGlobal({ tag, value }: DescriptorItem) {
    if (tag === GLOBAL.usagePage) globals = { ...globals, usagePage: value };
    else if (tag === GLOBAL.reportSize) globals = { ...globals, reportSize: value };
    else if (tag === GLOBAL.reportCount) globals = { ...globals, reportCount: value };
    else if (tag === GLOBAL.reportId) {
      if (value < 1 || value > 255) throw new ReportDescriptorError(`Report number ${value}`);
      globals = { ...globals, reportId: value };
    } else if (tag === GLOBAL.push) {
      if (pushed.length >= MOST_NESTED) throw new ReportDescriptorError('Too many pushed states');
      pushed.push(globals);
    } else if (tag === GLOBAL.pop) {
      const before = pushed.pop();
      if (!before) throw new ReportDescriptorError('A pop without a push');
      globals = before;
    }
  }

  function readLocal({ tag, value, size }: DescriptorItem) {
    // Four bytes name page and usage at once, whatever the current page is (6.2.2.8).
    const usage = size === 4 ? value : globals.usagePage * 0x10000 + value;
    if (tag === LOCAL.usage) addUsages(usage, usage);
    else if (tag === LOCAL.usageMinimum) usageMinimum = usage;
    else if (tag === LOCAL.usageMaximum) {
      if (usageMinimum === null || usage < usageMinimum) throw new ReportDescriptorError('A range of usages');
      addUsages(usageMinimum, usage);
      usageMinimum = null;
    }
  }

  function addUsages(first: number, last: number) {
    if (usages.length + last - first >= MOST_USAGES) throw new ReportDescriptorError('Too many usages');
    for (let usage = first; usage <= last; usage += 1) usages.push(usage);
  }

  function addFields(kind: ReportKind, flags: number) {
    const { reportSize, reportCount, reportId } = globals;
    const key = `${kind} ${reportId}`;
    const start = lengths.get(key) ?? 0;
    const end = start + reportSize * reportCount;
    if (end > MOST_REPORT_BITS) throw new ReportDescriptorError(`A report of ${end} bits`);
    lengths.set(key, end);
    const isConstant = (flags & 0x01) !== 0;
    const isVariable = (flags & 0x02) !== 0;
    if (isConstant || !isVariable || reportSize === 0) return;
    // The last usage goes for every value that is left (6.2.2.8).
    const named = usages.slice(0, reportCount);
    named.forEach((usage, place) => {
      const isLast = place === named.length - 1;
      fields.push({
        kind,
        reportId,
        bitOffset: start + place * reportSize,
        bitSize: reportSize,
        count: isLast ? reportCount - place : 1,
        usagePage: Math.floor(usage / 0x10000),
        usage: usage % 0x10000,
      });
    });
  }
}
