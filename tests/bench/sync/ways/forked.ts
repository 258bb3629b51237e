import { type ChildProcess, fork } from 'node:child_process';
import { clockOf } from './way.ts';

/** A process of a bench that does what it is told, one deed after the other. */
export interface Forked {
  readonly pid: number;
  order(deed: string, details: Readonly<Record<string, unknown>>): Promise<unknown>;
  kill(): Promise<void>;
}

export function forkDeeds(module: string, speed = 1): Forked {
  const { nodeArguments, environment } = clockOf(speed);
  const child = fork(module, [], {
    execArgv: [...nodeArguments],
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  return {
    pid: child.pid ?? Number.NaN,
    order(deed, details) {
      const answer = answerOf(child, module, deed);
      child.send({ deed, ...details });
      return answer;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function answerOf(child: ChildProcess, module: string, deed: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onExit = () => reject(new Error(`${module} ended during ${deed}`));
    child.once('exit', onExit);
    child.once('message', (message: { readonly answer: unknown } | { readonly failed: string }) => {
      child.off('exit', onExit);
      if ('failed' in message) reject(new Error(`${module} failed to ${deed}: ${message.failed}`));
      else resolve(message.answer);
    });
  });
}
