import fc from 'fast-check';
import { expect, test } from 'vitest';
import { routeName } from './route-name.ts';

test.each([
  ['/v1/status/LB-1234-5678-9', '/v1/status/:code'],
  ['/v1/packets/01890000-0000-7000-8000-000000000001/bundle', '/v1/packets/:id/bundle'],
  ['/petugas/permohonan/x/gambar/y', '/petugas/permohonan/:id/gambar/:picture'],
  ['/petugas/dasbor', '/petugas/dasbor'],
  ['/', '/'],
  ['/wp-login.php', 'other'],
  ['/petugas/SITI', 'other'],
])('%s is %s', (path, name) => {
  expect(routeName(path)).toBe(name);
});

test('names come from a closed set, whatever is asked', () => {
  const names = new Set<string>();
  fc.assert(
    fc.property(fc.webPath(), (path) => void names.add(routeName(path))),
    { numRuns: 500 },
  );
  expect(names.size).toBeLessThan(25);
});
