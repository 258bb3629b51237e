import { readFileSync } from 'node:fs';
import { pinSchema } from '../../contract/domain/officer.ts';
import type { StationStart } from '../../contract/shell/station-channel.ts';
import { addOfficers } from '../access/add-officer.ts';
import { createAudit } from '../audit/audit.ts';
import { verifyAudit } from '../audit/verify.ts';
import type { RunningStation } from '../channel/serve-shell.ts';
import type { Clock } from '../clock/clock.ts';
import { missingCase } from '../missing-case.ts';
import type { Store } from '../store/database.ts';
import { MIGRATIONS } from '../store/migrations/all.ts';
import { openStore } from '../store/open.ts';
import { StoreOpenError } from '../store/store-error.ts';
import { credentialKey, practiceKey } from './terminal-key.ts';
import {
  readTerminalOptions,
  TERMINAL_HELP,
  type TerminalCommand,
  type TerminalOptions,
} from './terminal-options.ts';

export interface TerminalDependencies {
  readonly process: NodeJS.Process;
  readonly clock: Clock;
  readonly compose: (start: StationStart) => Promise<RunningStation>;
  readonly failed: (error: unknown) => void;
  readonly programFolder: string;
}

/** Does what the command line asks. Resolves with the exit code when it is done; a running station ends by a signal. */
export async function runTerminal(dependencies: TerminalDependencies): Promise<number> {
  const { process, failed } = dependencies;
  try {
    const options = readTerminalOptions(process.argv.slice(2), dependencies.programFolder);
    return await perform(options, dependencies);
  } catch (error) {
    failed(error);
    process.stderr.write(
      `${error instanceof StoreOpenError ? error.kind : String(error)}\n${TERMINAL_HELP}\n`,
    );
    return 1;
  }
}

async function perform(options: TerminalOptions, dependencies: TerminalDependencies): Promise<number> {
  const { process, clock } = dependencies;
  const { command } = options;
  const say = (facts: object) => void process.stdout.write(`${JSON.stringify(facts)}\n`);
  switch (command.kind) {
    case 'help':
      process.stdout.write(`${TERMINAL_HELP}\n`);
      return 0;
    case 'run':
      return await run(options, command, dependencies, say);
    case 'add-officer': {
      const pin = pinSchema.parse(readFileSync(process.stdin.fd, 'utf8').trim());
      return await withStore(options, dependencies, async (store) => {
        const [officerId] = await addOfficers({ store, clock, audit: createAudit(clock) }, [command], pin);
        say({ officerId });
        return 0;
      });
    }
    case 'verify-audit':
      return await withStore(options, dependencies, (store) => {
        const verdict = verifyAudit(store.read);
        say(verdict);
        return verdict.intact ? 0 : 1;
      });
    default:
      return missingCase(command);
  }
}

type RunCommand = Extract<TerminalCommand, { kind: 'run' }>;

async function run(
  options: TerminalOptions,
  { centralUrl, enrolmentCode, enrolmentFile, enrolmentFingerprint }: RunCommand,
  { process, compose }: TerminalDependencies,
  say: (facts: object) => void,
): Promise<number> {
  const ended = new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
  const { mode, dataFolder, resourcesFolder } = options;
  const station = await compose({
    mode,
    dataFolder,
    resourcesFolder,
    databaseKey: keyOf(options, process),
    databaseKeyKeptBy: mode === 'practice' ? 'file' : 'operating-system',
    cameraFile: null,
    version: 'headless',
  });
  if (enrolmentFile !== null) {
    const content = readFileSync(enrolmentFile, 'utf8');
    station.acceptEnrolmentFile({ content, fingerprint: enrolmentFingerprint });
  }
  if (centralUrl !== null) station.setCentral({ url: centralUrl, enrolmentCode });
  say({ ready: true, mode, dataFolder, pid: process.pid });
  await ended;
  await station.close();
  return 0;
}

/** For commands that need the file and no station; refused while one runs. */
async function withStore(
  options: TerminalOptions,
  { process, clock }: TerminalDependencies,
  work: (store: Store) => Promise<number> | number,
): Promise<number> {
  const { dataFolder } = options;
  const store = openStore({ dataFolder, key: keyOf(options, process), migrations: MIGRATIONS, clock });
  try {
    return await work(store);
  } finally {
    store.close();
  }
}

function keyOf({ mode, dataFolder }: TerminalOptions, process: NodeJS.Process): string {
  return mode === 'practice' ? practiceKey(dataFolder) : credentialKey(process.env);
}
