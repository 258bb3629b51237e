import { readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { app, type BrowserWindow } from 'electron';

/** A cold start on the slowest machine in mind takes a fifth of this; later something is wrong. */
export const READY_LIMIT_MS = 60_000;

/** Takes the picture and prints the line of `--until-ready`. */
export async function reportReady(
  window: BrowserWindow,
  startMs: number,
  stationPid: number | undefined,
): Promise<void> {
  const rssMb = await workingSetMb(stationPid);
  const picture = await window.webContents.capturePage();
  const folder = resolve(process.env.ANJUNGAN_OUT ?? 'out');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'start.png'), picture.toPNG());
  const line = {
    ready: true,
    electron: process.versions.electron,
    runtime: process.env.ANJUNGAN_RUNTIME ?? 'official',
    startMs: Math.round(startMs),
    rssMb: Math.round(rssMb),
  };
  await new Promise<void>((done) => process.stdout.write(`${JSON.stringify(line)}\n`, () => done()));
}

/** Since the process was made, not since our code ran. */
export function sinceStartMs(): number {
  if (process.platform === 'linux') return sinceStartOnLinuxMs();
  return Date.now() - (process.getCreationTime() ?? Date.now() - performance.now());
}

/**
 * Electron's own creation time is off by up to a second on Linux, where the time of boot is known in whole seconds.
 * Both numbers here count from boot: the 22nd field of proc(5) stat in hundredths of a second, and uptime in seconds.
 */
function sinceStartOnLinuxMs(): number {
  const stat = readFileSync('/proc/self/stat', 'utf8');
  const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const startedSeconds = Number(afterName[19]) / 100;
  const uptimeSeconds = Number(readFileSync('/proc/uptime', 'utf8').split(' ')[0]);
  return (uptimeSeconds - startedSeconds) * 1000;
}

async function workingSetMb(stationPid: number | undefined): Promise<number> {
  const metrics = app.getAppMetrics();
  const ours = metrics.reduce((sum, metric) => sum + metric.memory.workingSetSize, 0);
  const counted = stationPid === undefined || metrics.some((metric) => metric.pid === stationPid);
  return (ours + (counted ? 0 : await residentKb(stationPid))) / 1024;
}

/** A station under plain Node is not in Electron's own list. Only Linux hosts it so. */
async function residentKb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0);
}
