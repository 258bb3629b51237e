import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { tokens } from './tokens.ts';

function colours(css: string): Map<string, string> {
  return new Map(
    [...css.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

test('central and kiosk have the same colours', () => {
  const kiosk = colours(
    readFileSync(new URL('../../../renderer/design/tokens.css', import.meta.url), 'utf8'),
  );
  const central = colours(tokens);
  expect(central.size).toBeGreaterThan(15);
  for (const [name, value] of central) expect([name, value]).toEqual([name, kiosk.get(name)]);
});
