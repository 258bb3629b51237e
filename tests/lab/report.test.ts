import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseReport } from './report.ts';

test('a line of the guest is a report, any other text is none', () => {
  const report = { kind: 'trouble', suite: 'usb-bus', message: 'it did not load' } as const;
  expect(parseReport(`${JSON.stringify(report)}\r`)).toEqual(report);
  expect(parseReport('{"kind":"test","state":"fine"}')).toBeNull();
  fc.assert(fc.property(fc.string(), (text) => parseReport(text) === null));
});
