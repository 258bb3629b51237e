import { runLab } from './host/run-lab.ts';

/** EX_UNAVAILABLE of sysexits.h: told apart from a failed test. */
const NOT_RUN = 69;

/** The guest's folder, then words to look for in the names of suites; none runs them all. */
const [guest, ...words] = process.argv.slice(2);
if (!guest) throw new TypeError('Expected the folder of the guest');
const outcome = await runLab(guest, words);
if (outcome.kind === 'not-run') {
  process.stdout.write(`lab: not run: ${outcome.reason}\n`);
  process.exit(NOT_RUN);
}
const { passed, failed, skipped } = outcome;
process.stdout.write(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
