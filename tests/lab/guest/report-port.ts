import { appendFileSync } from 'node:fs';
import type { LabReport } from '../report.ts';

/** The guest's second serial port; the first is the kernel's. */
const REPORT_PORT = '/dev/ttyS1';

export function sendReport(report: LabReport): void {
  appendFileSync(REPORT_PORT, `${JSON.stringify(report)}\n`);
}
