import { utilityProcess } from 'electron';
import { hostedEnvironment } from './environment.ts';
import { watchExit } from './exit-watch.ts';
import { forwardLines } from './output-lines.ts';
import { HEAP_ARGUMENTS, type HostedProcess, type ProcessHost } from './process-host.ts';

/** Hosts modules in Electron's own utility processes. */
export function createUtilityHost(log: (line: string) => void): ProcessHost {
  return {
    kind: 'utility-process',
    needsElectronReady: true,
    start(module, listener): HostedProcess {
      const child = utilityProcess.fork(module.modulePath, [], {
        serviceName: `anjungan ${module.name}`,
        env: hostedEnvironment(process.env),
        execArgv: [...HEAP_ARGUMENTS],
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const exit = watchExit(kill, listener.exited);
      const prefix = `[${module.name}]`;
      const flushes = [child.stdout, child.stderr].map(
        (output) => output && forwardLines(output as NodeJS.ReadStream, prefix, log),
      );
      child.on('message', (message: unknown) => {
        if (!exit.ended()) listener.message(message);
      });
      child.on('exit', (code) => {
        for (const flush of flushes) flush?.();
        exit.exited(code, null);
      });
      child.on('spawn', () => log(`${prefix} runs as process ${child.pid}`));

      /** `child.kill()` asks with SIGTERM only; a process that hangs needs the hard way. */
      function kill(): void {
        if (child.pid === undefined) child.kill();
        else process.kill(child.pid, 'SIGKILL');
      }

      return {
        pid: () => child.pid,
        send(message) {
          if (!exit.ended()) child.postMessage(message);
        },
        terminate: exit.terminate,
      };
    },
  };
}
