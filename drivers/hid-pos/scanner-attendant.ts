import { type Cancel, type Clock, pause } from '../clock.ts';
import type { DeviceEvent } from '../device-state.ts';
import type { MatchedScanner } from '../registry/match-scanner.ts';
import type { HidBus, HidTransport } from '../transport/hid-transport.ts';
import { TransportError } from '../transport/transport-error.ts';
import { ReportDescriptorError } from './report-descriptor-error.ts';
import { type Assembly, type AssemblyEvent, nextAssembly } from './scan-assembly.ts';
import { COMMON_SCAN_LAYOUT, findScanLayout, type ScanLayout } from './scan-layout.ts';
import { decodeScanReport, type ScanProblem } from './scan-report.ts';
import type { ScannerFault } from './scanner-fault.ts';
import type { ScannerTiming } from './scanner-timing.ts';

export interface ScannerAttendantOptions {
  readonly bus: HidBus;
  readonly scanner: MatchedScanner;
  readonly clock: Clock;
  readonly timing: ScannerTiming;
  /** Fires when the scanner is detached or the manager closes. */
  readonly leaving: AbortSignal;
  readonly onEvent: (event: DeviceEvent<ScannerFault>) => void;
  readonly onScan: (data: Uint8Array, aim: string | null) => void;
  readonly onProblem: (problem: ScanProblem) => void;
}

/** A single bad report may be a cable; this many in a row are not the layout we believe in. */
const MOST_GARBAGE = 5;

/** Stays with one attached scanner until `leaving` fires: open, listen, reopen. Never rejects. */
export async function attendScanner(options: ScannerAttendantOptions): Promise<void> {
  const { bus, scanner, clock, timing, leaving, onEvent } = options;
  let doubted = false;
  while (!leaving.aborted) {
    const failed = await openAndListen();
    doubted = failed === 'garbage';
    if (leaving.aborted) return;
    onEvent({ kind: 'problem', reason: failed });
    await pause(clock, timing.retryMs, leaving);
  }

  async function openAndListen(): Promise<ScannerFault> {
    let transport: HidTransport | null = null;
    try {
      const layout = layoutOf(scanner);
      transport = await bus.open(scanner.device);
      leaving.throwIfAborted();
      await redirect(transport, layout);
      return await listen(transport, layout);
    } catch (error) {
      return faultOf(error);
    } finally {
      await transport?.close();
    }
  }

  /** Some scanners type their codes until they are told to report them. One that knows no such report does not need it. */
  async function redirect(transport: HidTransport, { redirectReportId }: ScanLayout) {
    if (redirectReportId === null) return;
    try {
      const report = Uint8Array.of(redirectReportId, 1);
      await transport.sendFeature(report, { deadlineMs: timing.answerMs, signal: leaving });
    } catch (error) {
      if (!(error instanceof TransportError) || error.kind !== 'stall') throw error;
    }
  }

  /** Ends when the scanner leaves, or keeps sending garbage. */
  function listen(transport: HidTransport, layout: ScanLayout): Promise<ScannerFault> {
    return new Promise((resolve) => {
      let assembly: Assembly = { name: 'idle' };
      let garbage = 0;
      let cancelQuiet: Cancel = () => {};
      let believed = false;
      const believe = () => {
        if (believed) return;
        believed = true;
        onEvent({ kind: 'well' });
      };
      const cancelCalm = doubted ? clock.after(timing.calmMs, believe) : () => {};
      if (!doubted) believe();
      const stopReports = transport.onReport((report) => {
        const decoded = decodeScanReport(layout, report);
        if (decoded.kind === 'other') return;
        if (decoded.kind === 'part') {
          garbage = 0;
          believe();
          advance({ kind: 'part', part: decoded.part });
          return;
        }
        garbage += 1;
        advance({ kind: 'broken' });
        // Of a scanner that is told to be out of order nobody has to hear more.
        if (believed) options.onProblem(decoded.problem);
        if (garbage >= MOST_GARBAGE) end('garbage');
      });
      const stopGone = transport.onGone(() => end('error'));
      const leave = () => end('error');
      leaving.addEventListener('abort', leave, { once: true });

      function advance(event: AssemblyEvent) {
        cancelQuiet();
        const step = nextAssembly(assembly, event);
        assembly = step.assembly;
        if (assembly.name !== 'idle') {
          cancelQuiet = clock.after(timing.quietMs, () => advance({ kind: 'quiet' }));
        }
        for (const result of step.results) {
          if (result.kind === 'scan') options.onScan(result.data, result.aim);
          else options.onProblem(result.problem);
        }
      }

      function end(fault: ScannerFault) {
        stopReports();
        stopGone();
        leaving.removeEventListener('abort', leave);
        if (assembly.name === 'joining') advance({ kind: 'broken' });
        cancelQuiet();
        cancelCalm();
        resolve(fault);
      }
    });
  }
}

function layoutOf({ device }: MatchedScanner): ScanLayout {
  return device.reportDescriptor ? findScanLayout(device.reportDescriptor) : COMMON_SCAN_LAYOUT;
}

function faultOf(error: unknown): ScannerFault {
  if (error instanceof ReportDescriptorError) return 'unknown-layout';
  if (!(error instanceof TransportError)) return 'error';
  if (error.kind === 'timeout') return 'silent';
  return error.kind === 'busy' || error.kind === 'denied' ? error.kind : 'error';
}
