/**
 * Everything that can go wrong between a station and central, with the real two. `--count N` faults a run (210),
 * `--hours N` for runs one after the other that long, `--seed N` for the same faults again.
 */
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { type FaultsOutcome, runFaults } from './faults-run.ts';

/** Of what central had already, one interruption may cost the line at most this. */
export const LARGEST_RESENT_BYTES = 64 * 1024;

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '210' },
    hours: { type: 'string', default: '0' },
    seed: { type: 'string' },
  },
});
const count = wholeNumber('count', values.count);
const until = performance.now() + Number(values.hours) * 60 * 60_000;
const total = { faults: 0, lost: 0, duplicated: 0, corrupted: 0 };
let seed = values.seed === undefined ? randomInt(2 ** 31) : wholeNumber('seed', values.seed);
let bad = false;

do {
  say(`seed ${seed}, ${count} faults`);
  const outcome = await runFaults({ seed, count, say });
  tell(outcome);
  bad ||= !isGood(outcome);
  total.faults += outcome.faults;
  total.lost += outcome.lost + outcome.orphaned;
  total.duplicated += outcome.duplicated;
  total.corrupted += outcome.corrupted;
  if (bad) say(`again: npm run faults -- --seed ${seed} --count ${count}`);
  seed += 1;
} while (!bad && performance.now() < until);

say(`faults ${total.faults} lost ${total.lost} duplicated ${total.duplicated} corrupted ${total.corrupted}`);
process.exitCode = bad ? 1 : 0;

function tell(outcome: FaultsOutcome): void {
  const { applications, orphaned, quarantined, wireBytes, inClear, resentBytes, worstResent } = outcome;
  say(
    `${applications} applications, ${orphaned} at central that nobody registered, ${quarantined} in quarantine`,
  );
  say(`${(wireBytes / 1e6).toFixed(1)} MB on the wire, citizens' words in clear: ${inClear.length}`);
  say(`pieces left over at central: ${outcome.leftoverParts}`);
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} kB`;
  say(
    `sent again though central had it: ${kilobytes(resentBytes)} in all, ${kilobytes(worstResent?.bytes ?? 0)} for one fault (at most 64 kB)${worstResent ? `: ${worstResent.fault}` : ''}`,
  );
}

function isGood(outcome: FaultsOutcome): boolean {
  const { lost, duplicated, corrupted, orphaned, quarantined, inClear, worstResent, leftoverParts } = outcome;
  const whole = lost + duplicated + corrupted + orphaned + quarantined + leftoverParts === 0;
  return whole && inClear.length === 0 && (worstResent?.bytes ?? 0) <= LARGEST_RESENT_BYTES;
}

function wholeNumber(option: string, text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0)
    throw new TypeError(`--${option} expects a whole number, got ${text}`);
  return value;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
