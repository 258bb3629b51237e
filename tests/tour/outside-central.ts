import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

const module = resolve(import.meta.dirname, '..', '..', 'dist', 'central', 'central.js');

/** The line that says it is ready is far shorter; what comes after it is a log nobody reads here. */
const LONGEST_READY_LINE = 1_000;

export interface OutsideCentral {
  readonly url: string;
  readonly pid: number;
  readonly stop: () => Promise<void>;
  /** As a power cut: nothing is told beforehand. */
  readonly kill: () => Promise<void>;
}

export interface OutsideCentralOptions {
  /** 0, the default, lets the system choose. */
  readonly port?: number;
  /** Added to this process's own. */
  readonly environment?: NodeJS.ProcessEnv;
  /** For Node, before the program's name. */
  readonly nodeArguments?: readonly string[];
  /** False when it is expected to complain. */
  readonly complaints?: boolean;
}

/** Central as a process of its own, as `npm run central` runs it. */
export async function startOutsideCentral(
  dataFolder: string,
  enrolmentCode: string,
  options: OutsideCentralOptions = {},
): Promise<OutsideCentral> {
  const { port = 0, environment = {}, nodeArguments = [], complaints = true } = options;
  const args = [
    '--port',
    String(port),
    '--data-folder',
    dataFolder,
    '--enrolment-code',
    enrolmentCode,
    '--practice',
  ];
  const child = spawn(process.execPath, [...nodeArguments, module, ...args], {
    stdio: ['ignore', 'pipe', complaints ? 'inherit' : 'ignore'],
    env: { ...process.env, ...environment },
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const url = await new Promise<string>((done, fail) => {
    let text = '';
    child.once('exit', (code) => fail(new Error(`central ended with ${code} before it was ready`)));
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      text = `${text}${part}`.slice(-LONGEST_READY_LINE);
      const line = /^\{"ready":true,"url":"([^"]+)"\}$/m.exec(text);
      if (line?.[1]) done(line[1]);
    });
  });
  return {
    url,
    pid: child.pid ?? Number.NaN,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Writes every application as that central holds it; central must be stopped when its database is embedded. */
export async function exportCentral(dataFolder: string, file: string): Promise<void> {
  const child = spawn(process.execPath, [module, 'export', file, '--data-folder', dataFolder], {
    stdio: 'inherit',
  });
  const code = await new Promise<number | null>((done) => child.once('exit', done));
  if (code !== 0) throw new Error(`the export ended with ${code}`);
}
