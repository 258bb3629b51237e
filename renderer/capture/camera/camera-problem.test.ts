import { expect, test } from 'vitest';
import { cameraProblem } from './camera-problem.ts';

test.each([
  ['NotAllowedError', 'denied'],
  ['NotFoundError', 'missing'],
  ['NotReadableError', 'busy'],
  ['AbortError', 'busy'],
  ['OverconstrainedError', 'missing'],
  ['SecurityError', 'denied'],
  ['SomethingNew', 'busy'],
])('%s is said as %s', (name, problem) => {
  const error = new Error('refused');
  error.name = name;
  expect(cameraProblem(error)).toBe(problem);
});

test('anything thrown has a problem', () => {
  expect(cameraProblem('words')).toBe('busy');
});
