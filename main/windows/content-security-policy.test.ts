import { expect, test } from 'vitest';
import { contentSecurityPolicy, workerSecurityPolicy } from './content-security-policy.ts';

const directives = (policy: string) => new Set(policy.split('; '));

test('a worker may compile WebAssembly, and otherwise no more than a page', () => {
  const page = directives(contentSecurityPolicy(null));
  const worker = directives(workerSecurityPolicy());
  expect([...worker].filter((directive) => !page.has(directive))).toEqual([
    "script-src 'self' 'wasm-unsafe-eval'",
  ]);
});

test('a page may not, and nobody may run text', () => {
  for (const policy of [contentSecurityPolicy(null), contentSecurityPolicy('abc')])
    expect(policy).not.toContain('wasm-unsafe-eval');
  for (const policy of [contentSecurityPolicy(null), workerSecurityPolicy()])
    expect(policy).not.toMatch(/'unsafe-eval'|'unsafe-inline'|https?:|\*/);
});
