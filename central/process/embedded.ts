import { join } from 'node:path';
import { type FromCentral, toCentralSchema } from '../../contract/shell/central-channel.ts';
import { openFolderBundles } from '../bundles/folder-bundles.ts';
import { openDatabase } from './open-database.ts';
import { type Central, startCentral } from './start-central.ts';

/** The two ways a shell speaks to a process it started: a forked Node or an Electron utility process. */
export interface ShellChannel {
  send(message: FromCentral): void;
  onMessage(listener: (message: unknown) => void): void;
}

interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
}

/** The channel to the shell that started this process, or null when a person did. */
export function findShellChannel(process: NodeJS.Process): ShellChannel | null {
  const parent = (process as { parentPort?: ParentPort }).parentPort;
  if (parent) {
    return {
      send: (message) => parent.postMessage(message),
      onMessage: (listener) => parent.on('message', ({ data }) => listener(data)),
    };
  }
  if (!process.send) return null;
  return {
    send: (message) => process.send?.(message),
    onMessage: (listener) => process.on('message', listener),
  };
}

/** Name and secret of the practice officer; told on the sign-in page. */
export const PRACTICE_OFFICER = { name: 'petugas', secret: 'latihan-2026' } as const;

async function openPractice(dataFolder: string) {
  return {
    database: await openDatabase(dataFolder, undefined),
    bundles: await openFolderBundles(join(dataFolder, 'central-bundles')),
  };
}

/** Runs as the shell's central of practice mode until it says stop. */
export function serveShell(channel: ShellChannel, exit: (code: number) => void): void {
  let running: Promise<Central> | null = null;
  channel.onMessage((received) => {
    const message = toCentralSchema.safeParse(received);
    if (!message.success) return;
    switch (message.data.type) {
      case 'ping':
        channel.send({ type: 'pong', sequence: message.data.sequence });
        return;
      case 'start': {
        if (running) return;
        const { dataFolder, resourcesFolder, port, enrolmentCode } = message.data.start;
        running = openPractice(dataFolder).then((stores) =>
          startCentral({
            ...stores,
            resourcesFolder,
            port,
            enrolmentCode,
            practiceOfficer: PRACTICE_OFFICER,
          }),
        );
        running.then(
          ({ url }) => channel.send({ type: 'ready', url }),
          () => exit(1),
        );
        return;
      }
      case 'stop':
        Promise.resolve(running)
          .then((central) => central?.close())
          .then(
            () => exit(0),
            () => exit(1),
          );
        return;
    }
  });
  channel.send({ type: 'hello', pid: process.pid });
}
