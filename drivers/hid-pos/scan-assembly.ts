import { missingCase } from '../missing-case.ts';
import type { ScanPart, ScanProblem } from './scan-report.ts';

/**
 * ```
 *                    part, more follows
 *          idle ─────────────────────────▶ joining ──┐ part, more follows
 *           ▲  ◀──── last part: scan ───────  │  ▲───┘
 *           │  ◀──── quiet: incomplete ─────  │
 *           │                                 ▼ too long
 *           └──── last part, or quiet ──── skipping
 * ```
 * A part with another AIM identifier begins a new scan: the rest of the one before got lost.
 */
export type Assembly =
  | { readonly name: 'idle' }
  | { readonly name: 'joining'; readonly aim: string | null; readonly data: Uint8Array }
  | { readonly name: 'skipping' };

export type AssemblyEvent =
  | { readonly kind: 'part'; readonly part: ScanPart }
  /** Nothing came for as long as a scanner may rest between two reports of one scan. */
  | { readonly kind: 'quiet' }
  | { readonly kind: 'broken' };

export type AssemblyResult =
  | { readonly kind: 'scan'; readonly aim: string | null; readonly data: Uint8Array }
  | { readonly kind: 'problem'; readonly problem: ScanProblem };

export interface AssemblyStep {
  readonly assembly: Assembly;
  readonly results: readonly AssemblyResult[];
}

/** The largest QR symbol holds 2,953 bytes (ISO/IEC 18004, table 7); the rest is room for a scanner's prefix and suffix. */
export const MOST_SCAN_BYTES = 4_096;

const IDLE: Assembly = { name: 'idle' };
const SKIPPING: Assembly = { name: 'skipping' };
const INCOMPLETE: AssemblyResult = { kind: 'problem', problem: 'incomplete' };
const TOO_LONG: AssemblyResult = { kind: 'problem', problem: 'too-long' };

/** Joins the reports of a scan. Pure. */
export function nextAssembly(assembly: Assembly, event: AssemblyEvent): AssemblyStep {
  switch (assembly.name) {
    case 'idle':
      return event.kind === 'part' ? join(null, new Uint8Array(), event.part) : step(IDLE);
    case 'joining':
      if (event.kind !== 'part') return step(IDLE, INCOMPLETE);
      if (event.part.aim !== null && assembly.aim !== null && event.part.aim !== assembly.aim) {
        const anew = join(null, new Uint8Array(), event.part);
        return { ...anew, results: [INCOMPLETE, ...anew.results] };
      }
      return join(assembly.aim, assembly.data, event.part);
    case 'skipping':
      return step(event.kind === 'part' && event.part.continued ? SKIPPING : IDLE);
    default:
      return missingCase(assembly);
  }
}

function join(aim: string | null, before: Uint8Array, part: ScanPart): AssemblyStep {
  const data = new Uint8Array(before.length + part.data.length);
  data.set(before);
  data.set(part.data, before.length);
  if (data.length > MOST_SCAN_BYTES) return step(part.continued ? SKIPPING : IDLE, TOO_LONG);
  const joined = { aim: aim ?? part.aim, data };
  if (part.continued) return step({ name: 'joining', ...joined });
  return data.length === 0 ? step(IDLE) : step(IDLE, { kind: 'scan', ...joined });
}

function step(assembly: Assembly, ...results: AssemblyResult[]): AssemblyStep {
  return { assembly, results };
}
