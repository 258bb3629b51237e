import { globSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pathsFor, TEST_TOPICS } from './test-topics.ts';

const root = join(import.meta.dirname, '..');
const tests = globSync('{renderer,station,contract,scripts,tests}/**/*.test.ts', { cwd: root });

test.each(Object.values(TEST_TOPICS).flat())('%s has a test', (part) => {
  expect(tests.some((path) => path.includes(part))).toBe(true);
});

test('a topic stands for its paths, any other word for itself', () => {
  expect(pathsFor(['citizen', 'outbox'])).toEqual([...(TEST_TOPICS.citizen ?? []), 'outbox']);
});

test('the citizens’ topic holds the screens, the wipe, the fair order and the day of ten thousand', () => {
  const found = tests.filter((path) => pathsFor(['citizen']).some((part) => path.includes(part)));
  for (const name of [
    'self-service-visit',
    'self-service-accessibility',
    'self-service-wipe',
    'self-service-unattended',
    'scheduler',
    'queue-day',
    'queue-transfer',
    'readability',
  ])
    expect(
      found.some((path) => path.includes(name)),
      name,
    ).toBe(true);
});
