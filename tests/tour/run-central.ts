import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';

const centralModule = resolve(import.meta.dirname, '..', '..', 'dist', 'central', 'central.js');

/** As `npm run central -- …`, a process of its own; answers what it wrote, without the last line end. */
export async function runCentral(centralFolder: string, args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [centralModule, ...args, '--data-folder', centralFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return (await text(child.stdout)).trim();
}
