import { z } from 'zod';

/** One line from the guest to this machine. */
const reportSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('booted'), kernel: z.string(), seconds: z.number() }),
  z.object({ kind: z.literal('device'), text: z.string() }),
  z.object({
    kind: z.literal('test'),
    suite: z.string(),
    name: z.string(),
    state: z.enum(['passed', 'failed', 'skipped']),
    milliseconds: z.number(),
    errors: z.array(z.string()),
  }),
  /** A suite that did not load, an error no test caught: counted as a failure. */
  z.object({ kind: z.literal('trouble'), suite: z.string(), message: z.string() }),
  z.object({ kind: z.literal('ended'), seconds: z.number(), mostMegabytes: z.number() }),
]);

export type LabReport = z.infer<typeof reportSchema>;
export type LabTest = Extract<LabReport, { kind: 'test' }>;

/** Null for a line the guest's runner did not write: the port also carries what the kernel or a library says. */
export function parseReport(line: string): LabReport | null {
  try {
    return reportSchema.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}
