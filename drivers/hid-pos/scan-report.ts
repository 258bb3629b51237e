import type { ScanLayout } from './scan-layout.ts';

/** What one scanned data report carries. */
export interface ScanPart {
  /** Three characters such as `]Q1`; null where the report has none. */
  readonly aim: string | null;
  readonly data: Uint8Array;
  /** More of the same scan follows. */
  readonly continued: boolean;
}

/**
 * Why what a scanner sent is no scan.
 *
 * - `garbage`: a report the device's own descriptor does not allow
 * - `incomplete`: the rest of the scan never came
 * - `too-long`: more than any code holds
 */
export type ScanProblem = 'garbage' | 'incomplete' | 'too-long';

export type DecodedReport =
  | { readonly kind: 'part'; readonly part: ScanPart }
  /** A report of another number, such as the state of a trigger. */
  | { readonly kind: 'other' }
  | { readonly kind: 'problem'; readonly problem: ScanProblem };

const GARBAGE: DecodedReport = { kind: 'problem', problem: 'garbage' };

/** AIM Inc. ITS/04-001: a bracket, the letter of the symbology, a digit or capital that says how it was read. */
const AIM_IDENTIFIER = /^\][A-Za-z][0-9A-Za-z]$/;

/** Reads one input report. Pure. */
export function decodeScanReport(layout: ScanLayout, report: Uint8Array): DecodedReport {
  if (layout.reportId !== 0 && report[0] !== layout.reportId) return { kind: 'other' };
  if (report.length !== layout.length) return GARBAGE;
  const aim = layout.aimAt && String.fromCharCode(...layout.aimAt.map((at) => report[at] ?? 0));
  const noAim = aim === '\0\0\0' || aim === null;
  if (!noAim && !AIM_IDENTIFIER.test(aim)) return GARBAGE;
  const area = report.subarray(layout.dataAt, layout.dataAt + layout.dataLength);
  const used = layout.byteCountAt === null ? lengthWithoutFill(area) : (report[layout.byteCountAt] ?? 0);
  if (used > area.length) return GARBAGE;
  const flag = layout.continued && (report[layout.continued.at] ?? 0) & layout.continued.mask;
  return {
    kind: 'part',
    part: { aim: noAim ? null : aim, data: area.slice(0, used), continued: Boolean(flag) },
  };
}

/** Zeros fill a data area without a byte count; no code in use ends in one. */
function lengthWithoutFill(area: Uint8Array): number {
  return area.findLastIndex((byte) => byte !== 0) + 1;
}
