/** Runs one suite in the guest, in a process of its own; arguments are the suite's name and its built file. */
import { pathToFileURL } from 'node:url';
import { collectedTests, runCollected } from './collect-tests.ts';
import { sendReport } from './report-port.ts';
import { tellError } from './tell-error.ts';

/** An emulated processor is some ten times slower than this machine's, and other work may take that away too. */
const TEST_LIMIT_MILLISECONDS = 60_000;

const [suite, file] = process.argv.slice(2);
if (!suite || !file) throw new TypeError('Expected a name and a file');

const trouble = (error: unknown) => sendReport({ kind: 'trouble', suite, message: tellError(error) });
process.on('uncaughtException', trouble);
process.on('unhandledRejection', trouble);

await import(pathToFileURL(file).href);
if (collectedTests().length === 0) trouble(new Error('the suite has no tests'));
for (const test of collectedTests()) {
  const start = performance.now();
  const failures = test.skipped ? [] : await runCollected(test, TEST_LIMIT_MILLISECONDS);
  sendReport({
    kind: 'test',
    suite,
    name: test.name,
    state: test.skipped ? 'skipped' : failures.length > 0 ? 'failed' : 'passed',
    milliseconds: Math.round(performance.now() - start),
    errors: failures.map(tellError),
  });
}
process.exit(0);
