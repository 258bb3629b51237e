import { openChildProcess } from './channel/child-process.ts';
import { openParentPort } from './channel/parent-port.ts';
import { serveShell } from './channel/serve-shell.ts';
import { createSystemClock } from './clock/clock.ts';
import { composeStation } from './composition.ts';
import { createLog } from './operations/log.ts';
import { runTerminal } from './operations/terminal.ts';

// Everything the station writes is its owner's alone.
process.umask(0o077);

const clock = createSystemClock();
const log = createLog();
const compose = (start: Parameters<typeof composeStation>[0]) => composeStation(start, { clock, log });
const exit = (code: number) => process.exit(code);

const channel = openParentPort(process) ?? openChildProcess(process);
if (channel) {
  serveShell({ channel, compose, failed: (error) => log.failed('station', error), exit });
} else {
  exit(
    await runTerminal({
      process,
      clock,
      compose,
      failed: (error) => log.failed('station', error),
      programFolder: import.meta.dirname,
    }),
  );
}
