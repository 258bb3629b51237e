import { fork } from 'node:child_process';
import { hostedEnvironment } from './environment.ts';
import { watchExit } from './exit-watch.ts';
import { forwardLines } from './output-lines.ts';
import { HEAP_ARGUMENTS, type HostedProcess, type ProcessHost } from './process-host.ts';

export interface NodeHostOptions {
  /** Executable of Node 24. */
  readonly nodePath: string;
  /**
   * Where Node keeps what it compiled, so that a station of 1.4 MB is compiled once for each version and not at each
   * start; null keeps nothing. Node checks what it finds against the module and its own version.
   */
  readonly compiledFolder: string | null;
}

/** Hosts modules in plain Node: for an Electron whose own Node is too old for the station's native modules. */
export function createNodeHost(options: NodeHostOptions, log: (line: string) => void): ProcessHost {
  const compiled = options.compiledFolder === null ? {} : { NODE_COMPILE_CACHE: options.compiledFolder };
  return {
    kind: 'node-process',
    needsElectronReady: false,
    start(module, listener): HostedProcess {
      const child = fork(module.modulePath, [], {
        execPath: options.nodePath,
        // Not the shell's own: an inspect switch must not reach the process that holds the key.
        execArgv: [...HEAP_ARGUMENTS],
        env: { ...hostedEnvironment(process.env), ...compiled },
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
