import type { EchoRequest } from '../../testing/echo-module.ts';
import type { ExitReason, HostedProcess, ProcessHost } from '../process-host.ts';

/** One hosted echo process, its messages and its log. */
export interface Session {
  readonly host: (log: (line: string) => void) => ProcessHost;
  readonly modulePath: string;
  readonly process: HostedProcess;
  readonly exited: Promise<ExitReason>;
  readonly ask: (request: EchoRequest) => void;
  /** Next message in order of arrival. */
  readonly nextMessage: () => Promise<unknown>;
  readonly lines: () => readonly string[];
  /** Settles once the log satisfies `enough`. */
  readonly logged: (enough: (lines: readonly string[]) => boolean) => Promise<void>;
}

export function openSession(
  createHost: (log: (line: string) => void) => ProcessHost,
  modulePath: string,
): Session {
  const messages: unknown[] = [];
  const waiting: ((message: unknown) => void)[] = [];
  const lines: string[] = [];
  const watchers = new Set<() => void>();
  const exited = Promise.withResolvers<ExitReason>();

  const host = createHost((line) => {
    lines.push(line);
    for (const watcher of watchers) watcher();
  });
  const process = host.start(
    { name: 'echo', modulePath },
    {
      message(message) {
        const next = waiting.shift();
        if (next) next(message);
        else messages.push(message);
      },
      exited: exited.resolve,
    },
  );

  return {
    host: createHost,
    modulePath,
    process,
    exited: exited.promise,
    ask: (request) => process.send(request),
    nextMessage() {
      if (messages.length > 0) return Promise.resolve(messages.shift());
      return new Promise((resolve) => waiting.push(resolve));
    },
    lines: () => lines,
    logged(enough) {
      return new Promise((resolve) => {
        function look(): void {
          if (!enough(lines)) return;
          watchers.delete(look);
          resolve();
        }
        watchers.add(look);
        look();
      });
    },
  };
}
