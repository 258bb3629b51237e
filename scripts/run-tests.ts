import { startVitest, type TestModule } from 'vitest/node';
import { type LabOutcome, runLab } from '../tests/lab/host/run-lab.ts';
import { pathsFor } from './test-topics.ts';

/** Words to look for in the paths of tests, or topics; none runs them all. */
const words = process.argv.slice(2);
const vitest = await startVitest('test', pathsFor(words), { watch: false, run: true });

function failuresOf(module: TestModule): string[] {
  const tests = [...module.children.allTests()].filter((test) => test.result().state === 'failed');
  const lines = tests.map((test) => `${test.fullName}: ${firstLine(test.result().errors?.[0]?.message)}`);
  return module.ok() || lines.length > 0 ? lines : [firstLine(module.errors()[0]?.message)];
}

function firstLine(message = 'did not load'): string {
  return message.split('\n', 1)[0] ?? '';
}

const linesOf = (modules: readonly TestModule[]) =>
  modules.flatMap((module) => failuresOf(module).map((line) => `${module.relativeModuleId} > ${line}`));

/**
 * A story on the real Electron that failed is told once more, whole and in a new application, because a display, a
 * driver and two busy cores are part of it. What failed at first is said at the end, also when it then passed.
 */
const shaky = vitest.state.getTestModules().filter((module) => {
  return module.project.name === 'electron' && !module.ok();
});
const atFirst = linesOf(shaky);
if (shaky.length > 0)
  await vitest.rerunTestSpecifications(shaky.map((module) => module.toTestSpecification()));

const modules = vitest.state.getTestModules();
const states = modules.flatMap((module) =>
  [...module.children.allTests()].map((test) => test.result().state),
);
const failures = linesOf(modules);
const passed = states.filter((state) => state === 'passed').length;
const skipped = states.filter((state) => state === 'skipped').length;
const failed = failures.length + vitest.state.getUnhandledErrors().length;
await vitest.close();

/** After the tests, since both want all processors; only where everything is run. */
async function runLabToo(): Promise<LabOutcome | null> {
  const setting = process.env.ANJUNGAN_LAB;
  if (!setting) return null;
  const { folder, missing } = JSON.parse(setting) as { folder?: string; missing?: string };
  return folder ? await runLab(folder, []) : { kind: 'not-run', reason: missing ?? 'no guest' };
}

const lab = await runLabToo();
const none = { passed: 0, failed: 0, skipped: 0 };
const inLab = lab?.kind === 'run' ? lab : none;
const say = (line: string) => void process.stdout.write(`${line}\n`);
if (lab?.kind === 'not-run') say(`lab: not run: ${lab.reason}`);
if (lab?.kind === 'run') say(`lab: ${lab.passed} passed, ${lab.failed} failed`);

if (modules.length === 0) say(`no test's path holds ${words.join(' or ')}`);
for (const line of atFirst) say(`failed at first: ${line}`);
for (const line of failures) say(`failed: ${line}`);
const all = {
  passed: passed + inLab.passed,
  failed: failed + inLab.failed,
  skipped: skipped + inLab.skipped,
};
say(`${all.passed} passed, ${all.failed} failed${all.skipped > 0 ? `, ${all.skipped} skipped` : ''}`);
process.exit(all.failed === 0 && passed > 0 ? 0 : 1);
