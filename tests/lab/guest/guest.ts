/** What the guest runs: arguments are the folder of the built suites and the names of those to run. */
import { spawn } from 'node:child_process';
import { release } from 'node:os';
import { join } from 'node:path';
import { type LabSuite, labSuites } from '../suites.ts';
import { insertModule, listKernelDevices, uptime, usedMegabytes } from './kernel.ts';
import { sendReport } from './report-port.ts';
import { tellError } from './tell-error.ts';

/** A suite that hangs must not cost the others their turn. */
const SUITE_LIMIT_MILLISECONDS = 8 * 60_000;

const [folder, ...names] = process.argv.slice(2);
if (!folder) throw new TypeError('Expected the folder of the suites');

sendReport({ kind: 'booted', kernel: release(), seconds: Number(process.env.GUEST_READY_AFTER) });
insert('guest', 'xhci_pci');
let mostMegabytes = 0;
await Promise.all((['printers', 'others'] as const).map((lane) => runLane(folder, lane)));
for (const text of listKernelDevices()) sendReport({ kind: 'device', text });
sendReport({ kind: 'ended', seconds: uptime(), mostMegabytes });
process.exit(0);

async function runLane(from: string, lane: LabSuite['lane']) {
  for (const suite of labSuites.filter((each) => each.lane === lane && names.includes(each.name))) {
    for (const line of suite.modules) insert(suite.name, line);
    const problem = await runSuite(from, suite);
    if (problem) sendReport({ kind: 'trouble', suite: suite.name, message: problem });
  }
}

function insert(suite: string, line: string) {
  try {
    insertModule(line);
  } catch (error) {
    sendReport({ kind: 'trouble', suite, message: `no module ${line}: ${tellError(error)}` });
  }
}

/** Null when the suite came to its end, whatever its tests said. */
function runSuite(from: string, { name }: LabSuite): Promise<string | null> {
  const child = spawn(process.execPath, [join(from, 'run-suite.js'), name, join(from, `${name}.js`)], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const watching = setInterval(() => {
    mostMegabytes = Math.max(mostMegabytes, usedMegabytes());
  }, 1_000);
  return new Promise((resolve) => {
    const limit = setTimeout(() => child.kill('SIGKILL'), SUITE_LIMIT_MILLISECONDS);
    child.on('error', (error) => resolve(error.message));
    child.on('exit', (code, signal) => {
      clearTimeout(limit);
      clearInterval(watching);
      resolve(code === 0 ? null : `the suite ended with ${signal ?? code}`);
    });
  });
}
