import { fork } from 'node:child_process';
import { hostedEnvironment } from './environment.ts';
import { watchExit } from './exit-watch.ts';
import { forwardLines } from './output-lines.ts';
import type { HostedProcess, ProcessHost } from './process-host.ts';

/**
 * Hosts modules in plain Node: for an Electron whose own Node is too old for the station's native modules.
 * @param nodePath executable of Node 24
 */
export function createNodeHost(nodePath: string, log: (line: string) => void): ProcessHost {
  return {
    kind: 'node-process',
    needsElectronReady: false,
    start(module, listener): HostedProcess {
      const child = fork(module.modulePath, [], {
        execPath: nodePath,
        // Not the shell's own: an inspect switch must not reach the process that holds the key.
        execArgv: [],
        env: hostedEnvironment(process.env),
        serialization: 'advanced',
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      });
      const exit = watchExit(() => child.kill('SIGKILL'), listener.exited);
      const prefix = `[${module.name} ${child.pid ?? '-'}]`;
      if (child.stdout) forwardLines(child.stdout, prefix, log);
      if (child.stderr) forwardLines(child.stderr, prefix, log);
      child.on('message', (message) => {
        if (!exit.ended()) listener.message(message);
      });
      child.on('exit', (code, signal) => {
        // What the process said last, such as why it must end, may still be in the channel.
        if (child.connected) child.once('disconnect', () => exit.exited(code, signal));
        else exit.exited(code, signal);
      });
      child.on('error', (error) => {
        if (child.pid === undefined) exit.notStarted(error.message);
        else log(`${prefix} channel: ${error.message}`);
      });
      return {
        pid: () => child.pid,
        send(message) {
          if (child.connected) child.send(message as object);
        },
        terminate: exit.terminate,
      };
    },
  };
}
