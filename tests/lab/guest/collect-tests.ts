/**
 * Stands in for `vitest` in the guest, where starting the real runner takes longer than most suites: its own `expect`, and
 * as much of `test` as acceptance suites use. Tests run in the order they were written, one after the other.
 */
import { format } from 'node:util';

export { expect } from 'vitest';

type Body = () => void | Promise<void>;

export interface CollectedTest {
  readonly name: string;
  readonly run: Body;
  readonly limitMs: number | null;
  readonly skipped: boolean;
}

interface Collection {
  readonly tests: CollectedTest[];
  readonly path: string[];
  /** Of the test that runs now. */
  finishers: Body[];
}

/** One process runs one suite: this is its list, as vitest's own is one per worker. */
const collection: Collection = { tests: [], path: [], finishers: [] };

function add(name: string, run: Body, limitMs: number | null, skipped: boolean) {
  collection.tests.push({ name: [...collection.path, name].join(' > '), run, limitMs, skipped });
}

export const test = Object.assign(
  (name: string, run: Body, limitMs?: number) => add(name, run, limitMs ?? null, false),
  {
    /** `%s`, `%i` and the like take the case's values in turn. */
    each:
      <Case>(cases: readonly Case[]) =>
      (name: string, run: (...values: unknown[]) => void | Promise<void>, limitMs?: number) => {
        for (const each of cases) {
          const values: readonly unknown[] = Array.isArray(each) ? each : [each];
          const places = name.replaceAll('%%', '').match(/%[sdifjoO]/g)?.length ?? 0;
          add(format(name, ...values.slice(0, places)), () => run(...values), limitMs ?? null, false);
        }
      },
    skip: (name: string, run: Body) => add(name, run, null, true),
  },
);

export function describe(name: string, define: () => void): void {
  collection.path.push(name);
  define();
  collection.path.pop();
}

/** Runs after the test, whether it passed or not; the last one given runs first. */
export function onTestFinished(finish: Body): void {
  collection.finishers.unshift(finish);
}

export function collectedTests(): readonly CollectedTest[] {
  return collection.tests;
}

/** Runs one test with its finishers and returns everything that went wrong. */
export async function runCollected(
  { run, limitMs }: CollectedTest,
  usualLimitMs: number,
): Promise<unknown[]> {
  collection.finishers = [];
  const failures: unknown[] = [];
  const bounded = async (body: Body) => {
    try {
      await within(limitMs ?? usualLimitMs, body);
    } catch (error) {
      failures.push(error);
    }
  };
  await bounded(run);
  for (const finish of collection.finishers) await bounded(finish);
  return failures;
}

function within(limitMs: number, body: Body): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`Not done within ${limitMs} ms`)), limitMs);
    Promise.resolve()
      .then(body)
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}
