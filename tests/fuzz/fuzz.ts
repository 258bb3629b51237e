/**
 * Feeds every parser of the drivers with bytes no device would send. `--seconds N` for each target (60), `--target
 * NAME` for one of them, `--seed N` for the same inputs again, `--execution N` for a single one of those.
 */
import { randomInt } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { makeInput } from './make-input.ts';
import { runTarget } from './run-target.ts';
import { targets } from './targets.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    target: { type: 'string' },
    seed: { type: 'string' },
    execution: { type: 'string' },
  },
});

const table = new URL('./targets.ts', import.meta.url).href;
const seconds = wholeNumber('seconds', values.seconds);
const seed = values.seed === undefined ? randomInt(2 ** 31) : wholeNumber('seed', values.seed);
const only = values.execution === undefined ? null : wholeNumber('execution', values.execution);
const chosen = targets.filter(({ name }) => values.target === undefined || name === values.target);
if (chosen.length === 0) stop(`no target ${values.target}: ${targets.map(({ name }) => name).join(', ')}`);

const waiting = [...chosen];
let failed = 0;
say(`seed ${seed}, ${chosen.length} targets, ${seconds} s each`);
await Promise.all(Array.from({ length: availableParallelism() }, work));
say(`${chosen.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function work() {
  for (let target = waiting.shift(); target; target = waiting.shift()) {
    const { name } = target;
    const outcome = await runTarget({ table, target: name, seed, milliseconds: seconds * 1_000, only });
    if (outcome.kind === 'passed') {
      const share = ((100 * outcome.refusals) / outcome.executions).toFixed(0);
      say(`ok   ${name.padEnd(28)} ${outcome.executions} executions, ${share} % ended in a typed error`);
      continue;
    }
    failed += 1;
    const input = makeInput(seed, outcome.execution, target.samples, target.longest);
    say(`FAIL ${name}: ${outcome.why}`);
    say(`     input ${Buffer.from(input).toString('hex')}`);
    say(`     again: npm run fuzz -- --target ${name} --seed ${seed} --execution ${outcome.execution}`);
  }
}

function wholeNumber(option: string, text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0) stop(`--${option} expects a whole number, got ${text}`);
  return value;
}

function stop(line: string): never {
  say(line);
  process.exit(2);
}

function say(line: string) {
  process.stdout.write(`${line}\n`);
}
