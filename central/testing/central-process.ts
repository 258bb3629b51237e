import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { RESOURCES } from './start-test-central.ts';

export interface CentralProcess {
  readonly url: string;
  readonly pid: number;
  /** As a power cut would: nothing is finished. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** One copy of central as a process of its own, from the sources. */
export async function startCentralProcess(
  environment: Readonly<Record<string, string>>,
  args: readonly string[],
): Promise<CentralProcess> {
  const entry = join(import.meta.dirname, '..', 'central.ts');
  const child = spawn(process.execPath, [entry, '--port', '0', '--resources-folder', RESOURCES, ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    said = (said + part).slice(-4_000);
  });
  const url = await new Promise<string>((done, fail) => {
    let text = '';
    child.once('exit', (code) => fail(new Error(`central ended with ${code}: ${said}`)));
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      const line = /^\{"ready":true,"url":"([^"]+)"\}$/m.exec(text)?.[1];
      if (line) done(line);
    });
  });
  async function end(signal: 'SIGKILL' | 'SIGTERM') {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
  return { url, pid: child.pid ?? Number.NaN, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}
