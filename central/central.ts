import { join } from 'node:path';
import { runFromTerminal } from './process/command-line.ts';
import { findShellChannel, serveShell } from './process/embedded.ts';

const channel = findShellChannel(process);
if (channel) serveShell(channel, (code) => process.exit(code));
else await runFromTerminal(process.argv.slice(2), join(import.meta.dirname, '..', 'resources', 'catalog'));
