import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface GuestOptions {
  /** What `ensureLabGuest` prepared. */
  readonly guest: string;
  readonly initramfs: string;
  /** Where the kernel's own words go. */
  readonly consoleLog: string;
  /** QEMU's `-device` values. */
  readonly devices: readonly string[];
  /** QEMU's `-chardev` values, which devices name. */
  readonly chardevs: readonly string[];
  /** How long until the first line, and how long in all. */
  readonly bootMs: number;
  readonly deadlineMs: number;
  readonly onLine: (line: string) => void;
}

/** Enough for Node, vitest and what the suites write; 2 GB gains nothing. */
const MEMORY_MEGABYTES = 1_536;

/** Where there are more devices QEMU puts slow hubs between. */
const PORTS = 8;

/** Boots the guest and resolves when it has switched itself off: null, or why it did not. */
export function runGuest(options: GuestOptions): Promise<string | null> {
  const { guest, initramfs, consoleLog, devices, chardevs, bootMs, deadlineMs, onLine } = options;
  const share = (tag: string, path: string) =>
    `local,path=${path},mount_tag=${tag},security_model=none,readonly=on,multidevs=remap`;
  const child = spawn(
    'qemu-system-x86_64',
    [
      ...['-machine', 'q35,accel=tcg', '-cpu', 'max', '-smp', '2', '-m', String(MEMORY_MEGABYTES)],
      ...['-no-reboot', '-nic', 'none', '-display', 'none', '-monitor', 'none'],
      ...['-kernel', `${guest}/vmlinuz`, '-initrd', initramfs],
      ...['-append', 'console=ttyS0 quiet oops=panic panic=-1'],
      ...['-virtfs', share('machine', '/'), '-virtfs', share('packages', `${guest}/root`)],
      ...['-serial', `file:${consoleLog}`],
      ...['-chardev', 'stdio,id=report,signal=off', '-serial', 'chardev:report'],
      ...['-device', `qemu-xhci,p2=${PORTS},p3=${PORTS}`],
      ...chardevs.flatMap((chardev) => ['-chardev', chardev]),
      ...devices.flatMap((device) => ['-device', device]),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  createInterface({ input: child.stdout }).on('line', onLine);
  let complaint = '';
  child.stderr.on('data', (part) => {
    complaint = `${complaint}${part}`.slice(-2_000);
  });
  return new Promise((resolve) => {
    let late = 0;
    const giveUpAfter = (milliseconds: number) =>
      setTimeout(() => {
        late = milliseconds;
        child.kill('SIGKILL');
      }, milliseconds);
    const booting = giveUpAfter(bootMs);
    const timer = giveUpAfter(deadlineMs);
    child.stdout.once('data', () => clearTimeout(booting));
    const stop = () => child.kill('SIGKILL');
    process.once('exit', stop);
    child.on('error', (error) => {
      complaint = error.message;
    });
    child.on('close', (code) => {
      clearTimeout(booting);
      clearTimeout(timer);
      process.off('exit', stop);
      if (late > 0) resolve(`the guest was not done within ${late / 1_000} s`);
      else resolve(code === 0 ? null : `qemu ended with ${code}: ${complaint.trim()}`);
    });
  });
}
