import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type LabReport, type LabTest, parseReport } from '../report.ts';
import { labSuites } from '../suites.ts';
import { CAMERA_FILE, CAMERA_FOLDER, cameraFile } from '../support/camera-file.ts';
import { buildInitramfs } from './build-initramfs.ts';
import { buildSuites } from './build-suites.ts';
import { guestInit } from './guest-init.ts';
import { makeCertificateCard } from './make-certificate-card.ts';
import { makeForeignPassport } from './make-foreign-passport.ts';
import { runGuest } from './start-guest.ts';
import { startPeers } from './start-peers.ts';

export type LabOutcome =
  | { readonly kind: 'run'; readonly passed: number; readonly failed: number; readonly skipped: number }
  /** The machine cannot run the guest at all, which says nothing of what would have been tested in it. */
  | { readonly kind: 'not-run'; readonly reason: string };

/** Five times what a run takes on two idle cores: other work may take most of them away. */
const LIMIT_MILLISECONDS = 15 * 60_000;
/** Twenty times what it takes here when nothing else runs. */
const BOOT_LIMIT_MILLISECONDS = 90_000;
const CONSOLE_TAIL_LINES = 20;

const root = resolve(import.meta.dirname, '..', '..', '..');

/**
 * Boots the guest, runs in it the suites whose name holds one of the words (all without words), and prints each result
 * as it arrives.
 */
export async function runLab(guest: string, words: readonly string[]): Promise<LabOutcome> {
  const suites = labSuites.filter(
    ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
  );
  const work = join(root, 'out', 'lab');
  const built = join(work, 'suites');
  mkdirSync(join(work, CAMERA_FOLDER), { recursive: true });
  writeFileSync(join(work, CAMERA_FOLDER, CAMERA_FILE), cameraFile());
  makeCertificateCard(work);
  makeForeignPassport(work);
  await buildSuites(root, built, suites);
  const node = join(root, 'node_modules', '.bin', 'node');
  const command = [node, join(built, 'guest.js'), built, ...suites.map(({ name }) => name)];
  const initramfs = buildInitramfs(guest, work, guestInit({ command, folder: root }));
  const consoleLog = join(work, 'console.log');

  // QEMU takes a comma for the end of a value unless it stands twice.
  const inFolder = (device: string) => device.replaceAll('{folder}', work.replaceAll(',', ',,'));
  const tests: LabTest[] = [];
  let troubles = 0;
  let booted = false;
  let ended = false;
  const started = performance.now();
  const peers = startPeers(
    suites.flatMap(({ peer }) => peer ?? []),
    root,
    work,
  );
  const failure = await runGuest({
    guest,
    initramfs,
    consoleLog,
    devices: [...new Set(suites.flatMap((suite) => suite.devices))].map(inFolder),
    chardevs: peers.chardevs,
    bootMs: BOOT_LIMIT_MILLISECONDS,
    deadlineMs: LIMIT_MILLISECONDS,
    onLine(line) {
      const report = parseReport(line);
      if (!report) return;
      if (report.kind === 'booted') booted = true;
      if (report.kind === 'test') tests.push(report);
      if (report.kind === 'trouble') troubles += 1;
      if (report.kind === 'ended') ended = true;
      process.stdout.write(`lab: ${tell(report)}\n`);
    },
  });
  peers.stop();
  if (!booted) return { kind: 'not-run', reason: failure ?? 'the guest went off before it was up' };
  if (failure ?? !ended) {
    troubles += 1;
    process.stdout.write(`lab: ${failure ?? 'the guest ended early'}; the kernel's last words:\n`);
    process.stdout.write(
      `${readFileSync(consoleLog, 'utf8').split('\n').slice(-CONSOLE_TAIL_LINES).join('\n')}\n`,
    );
  }
  process.stdout.write(`lab: ${Math.round((performance.now() - started) / 1_000)} s from power on to off\n`);
  const count = (state: LabTest['state']) => tests.filter((test) => test.state === state).length;
  const failed = count('failed') + troubles;
  return { kind: 'run', passed: count('passed'), failed, skipped: count('skipped') };
}

function tell(report: LabReport): string {
  switch (report.kind) {
    case 'booted':
      return `Linux ${report.kernel}, ready after ${report.seconds} s`;
    case 'device':
      return `device ${report.text}`;
    case 'test': {
      const verdict = { passed: 'ok  ', failed: 'FAIL', skipped: 'skip' }[report.state];
      return [
        `${verdict} ${report.suite}: ${report.name} (${report.milliseconds} ms)`,
        ...report.errors,
      ].join('\n');
    }
    case 'trouble':
      return `FAIL ${report.suite}: ${report.message}`;
    case 'ended':
      return `ended after ${report.seconds} s, at most ${report.mostMegabytes} MB in use`;
    default:
      return report satisfies never;
  }
}
