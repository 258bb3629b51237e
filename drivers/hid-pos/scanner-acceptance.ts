import { expect, test } from 'vitest';
import type { VirtualScanner } from '../virtual/scanner/virtual-scanner.ts';
import type { ScanningLayout } from '../virtual/scanner/virtual-scanner-descriptor.ts';
import type { ScanProblem } from './scan-report.ts';
import type { Scan } from './scanner-manager.ts';

/** A virtual scanner and the socket it goes into and comes out of. */
export interface ScannerSocket {
  readonly scanner: VirtualScanner;
  plug(): void;
  unplug(): void;
  /** Pulls the plug after the host has taken this many more reports. */
  unplugAfter(reports: number): void;
}

/** A scanner manager on some bus. */
export interface ScannerBench {
  readonly scans: readonly Scan[];
  readonly problems: readonly ScanProblem[];
  /** The states of all scanners now, with the reason of a fault after a colon. */
  states(): readonly string[];
  /** Another scanner, not plugged in yet; a bench has room for two. */
  add(layout: ScanningLayout, name: string): ScannerSocket;
  /** Lets time pass until the check holds; fails when it does not in time. */
  until(check: () => boolean, withinMs: number): Promise<void>;
  pass(milliseconds: number): Promise<void>;
}

/** Several reports of either layout. */
export const LONG_CODE = `ANJUNGAN ${'0123456789'.repeat(30)} SELESAI`;

/** What the product promises after a scanner is plugged in again. */
const RECOVERY_MS = 5_000;
/** Many times what a scan of the longest code takes. */
const SCANNED_MS = 4_000;
/** Longer than a scan that does not come. */
const NOTHING_MS = 300;

/** What the station relies on from scanners; one suite for the virtual bus and for hidraw of a real kernel. */
export function acceptScannerManager(createBench: () => Promise<ScannerBench>) {
  const texts = ({ scans }: ScannerBench) => scans.map(({ text }) => text);

  async function reaches(bench: ScannerBench, states: readonly string[], withinMs = RECOVERY_MS) {
    await bench.until(() => bench.states().join() === states.join(), withinMs).catch(() => {});
    expect(bench.states()).toEqual(states);
  }

  async function scanned(bench: ScannerBench, expected: readonly string[]) {
    await bench.until(() => bench.scans.length >= expected.length, SCANNED_MS).catch(() => {});
    expect(texts(bench)).toEqual(expected);
  }

  async function tells(bench: ScannerBench, problems: readonly ScanProblem[]) {
    await bench.until(() => bench.problems.length >= problems.length, SCANNED_MS).catch(() => {});
    expect(bench.problems).toEqual(problems);
  }

  async function ready(layout: ScanningLayout = 'counted'): Promise<ScannerBench & ScannerSocket> {
    const bench = await createBench();
    const socket = bench.add(layout, 'Virtual scanner');
    socket.plug();
    await reaches(bench, ['ready']);
    await bench.until(() => socket.scanner.redirected, RECOVERY_MS);
    return { ...bench, ...socket };
  }

  test.each(['counted', 'filled'] as const)(
    'a %s scanner: short and long codes come whole',
    async (layout) => {
      const bench = await ready(layout);
      bench.scanner.scan('1804045709909901', ']C0');
      await scanned(bench, ['1804045709909901']);
      bench.scanner.scan(LONG_CODE);
      await scanned(bench, ['1804045709909901', LONG_CODE]);
      expect(bench.scans).toEqual([
        { text: '1804045709909901', symbology: 'code-128', aim: ']C0' },
        { text: LONG_CODE, symbology: 'qr', aim: ']Q1' },
      ]);
      expect(bench.problems).toEqual([]);
    },
  );

  test('a scanner that types until it is told to report is told, each time it is plugged in', async () => {
    const bench = await ready();
    bench.unplug();
    await reaches(bench, ['absent']);
    expect(bench.scanner.redirected).toBe(false);
    bench.plug();
    await reaches(bench, ['ready']);
    await bench.until(() => bench.scanner.redirected, RECOVERY_MS);
  });

  test('a trigger pulled before nothing is no scan and no problem', async () => {
    const bench = await ready();
    bench.scanner.pullTrigger();
    await bench.pass(NOTHING_MS);
    expect([bench.scans, bench.problems]).toEqual([[], []]);
  });

  test('a slow scanner is waited for', async () => {
    const bench = await ready();
    bench.scanner.setSpeed(400);
    bench.scanner.scan(LONG_CODE);
    await scanned(bench, [LONG_CODE]);
    expect(bench.problems).toEqual([]);
  });

  test('a continuation that never comes is told, and the next scan is whole', async () => {
    const bench = await ready();
    bench.scanner.setFailing('cut-off');
    bench.scanner.scan(LONG_CODE);
    await tells(bench, ['incomplete']);
    bench.scanner.setFailing('none');
    bench.scanner.scan('A');
    await scanned(bench, ['A']);
    expect(bench.states()).toEqual(['ready']);
  });

  test('garbage: told, then a fault, then well again by itself', async () => {
    const bench = await ready();
    bench.scanner.setFailing('garbage');
    bench.scanner.scan('A');
    await tells(bench, ['garbage']);
    expect(bench.states()).toEqual(['ready']);
    bench.scanner.scan(LONG_CODE);
    await reaches(bench, ['faulted:garbage']);
    bench.scanner.setFailing('none');
    await reaches(bench, ['ready']);
    bench.scanner.scan('B');
    await scanned(bench, ['B']);
  });

  test('unplugged in the middle of a scan: no half a code, and ready within five seconds of replugging', async () => {
    const bench = await ready();
    bench.unplugAfter(2);
    bench.scanner.scan(LONG_CODE);
    await tells(bench, ['incomplete']);
    await reaches(bench, ['absent']);
    expect(bench.scans).toEqual([]);
    bench.plug();
    await reaches(bench, ['ready']);
    await bench.until(() => bench.scanner.redirected, RECOVERY_MS);
    bench.scanner.scan('A');
    await scanned(bench, ['A']);
  });

  test('two scanners at once, each with its own state', async () => {
    const bench = await ready();
    const second = bench.add('filled', 'Second');
    second.plug();
    await reaches(bench, ['ready', 'ready']);
    bench.scanner.scan(LONG_CODE);
    second.scanner.scan(LONG_CODE);
    await scanned(bench, [LONG_CODE, LONG_CODE]);
    second.unplug();
    await reaches(bench, ['ready', 'absent']);
    bench.scanner.scan('A');
    await scanned(bench, [LONG_CODE, LONG_CODE, 'A']);
    second.plug();
    await reaches(bench, ['ready', 'ready']);
    second.scanner.scan('B');
    await scanned(bench, [LONG_CODE, LONG_CODE, 'A', 'B']);
  });
}
