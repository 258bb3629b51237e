import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import type { Ratio } from '../report.ts';
import { median } from '../statistics.ts';
import { runtimeWithApplication } from './runtime-copy.ts';

/** Pairs of starts. The first is a warm-up that fills the file cache for both and is not counted. */
const PAIRS = 13;
/** A start that takes longer has hung. */
const HUNG_AFTER_MILLISECONDS = 60_000;

/** What the bare window and the shell write the moment their page has been painted and answers. */
const INTERACTIVE = /"ready":true|counter interactive after/;

/** Milliseconds from spawning to the line that says the window is interactive. */
async function timeStart(executable: string, args: readonly string[], environment: NodeJS.ProcessEnv) {
  const begun = performance.now();
  const child = spawn(executable, args, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  return await new Promise<number>((done, fail) => {
    const guard = setTimeout(() => child.kill('SIGKILL'), HUNG_AFTER_MILLISECONDS);
    let text = '';
    let ready: number | null = null;
    for (const output of [child.stdout, child.stderr])
      output.setEncoding('utf8').on('data', (part: string) => {
        text += part;
        if (ready === null && INTERACTIVE.test(text)) ready = performance.now() - begun;
      });
    child.on('error', fail);
    child.on('close', (code, signal) => {
      clearTimeout(guard);
      if (ready === null) fail(new Error(`never ready: exit ${code ?? signal}: ${text}`));
      else done(ready);
    });
  });
}

/** Start to interactive ÷ a bare Electron window that paints the same font, measured in turn on the same runtime. */
export async function benchStart(executable: string, log: (line: string) => void): Promise<Ratio[]> {
  const folder = mkdtempSync(join(dirname(executable), '..', 'bench-'));
  try {
    const bareApplication = resolve(import.meta.dirname, 'bare-window');
    const bare = runtimeWithApplication(executable, bareApplication, join(folder, 'runtime'));
    const font = createRequire(import.meta.url).resolve(
      '@fontsource-variable/plus-jakarta-sans/files/plus-jakarta-sans-latin-wght-normal.woff2',
    );
    const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const practice = ['--practice', '--until-ready', `--data-folder=${join(folder, 'data')}`];
    const ours: number[] = [];
    const limit: number[] = [];
    for (let pair = 0; pair < PAIRS; pair += 1) {
      const bareTime = await timeStart(bare, root, { ...process.env, BARE_FONT: `file://${font}` });
      const ourTime = await timeStart(executable, [...root, ...practice], {
        ...process.env,
        ANJUNGAN_OUT: folder,
      });
      log(
        `pair ${pair}: bare ${bareTime.toFixed(0)} ms, counter ${ourTime.toFixed(0)} ms${pair === 0 ? ' (warm-up)' : ''}`,
      );
      if (pair === 0) continue;
      limit.push(bareTime);
      ours.push(ourTime);
    }
    return [
      {
        name: 'start to interactive ÷ bare window',
        measured: `${median(ours).toFixed(0)} ms (median of ${ours.length})`,
        limit: `${median(limit).toFixed(0)} ms`,
        ratio: median(ours.map((time, place) => time / (limit[place] ?? Number.NaN))),
        target: 1.6,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
