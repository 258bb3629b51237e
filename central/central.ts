import { join } from 'node:path';
import { collectSeldom } from './process/collect-seldom.ts';
import { runFromTerminal } from './process/command-line.ts';
import { findShellChannel, serveShell } from './process/embedded.ts';
import { waitForManyDisks } from './process/wait-for-many-disks.ts';

collectSeldom();
waitForManyDisks(process.env);

const channel = findShellChannel(process);
if (channel) serveShell(channel, (code) => process.exit(code));
else await runFromTerminal(process.argv.slice(2), join(import.meta.dirname, '..', 'resources', 'catalog'));
