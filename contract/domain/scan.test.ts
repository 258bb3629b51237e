import fc from 'fast-check';
import { expect, test } from 'vitest';
import { classifyScan } from './scan.ts';
import { formatTicketCode, parseTicketCode } from './ticket-code.ts';
import { formatTrackingCode } from './tracking-code.ts';

const ticketId = fc.uuid({ version: 7 });

test('a ticket’s code reads back, also where the keyboard layout got its marks and case wrong', () => {
  fc.assert(
    fc.property(ticketId, fc.constantFrom('/', '-', '&', 'ß'), (id, mark) => {
      const code = formatTicketCode(id);
      expect(code).toMatch(/^[0-9A-Z/-]{42}$/);
      const typed = code.toLowerCase().replaceAll(/[-/]/g, mark);
      for (const text of [code, typed, `${code}\r`]) {
        expect(classifyScan(text)).toEqual({ kind: 'ticket', ticketId: id });
      }
    }),
  );
});

test('an id alone is no ticket', () => {
  fc.assert(
    fc.property(ticketId, (id) => {
      expect(parseTicketCode(id)).toBeNull();
      expect(classifyScan(id)).toEqual({ kind: 'unknown' });
    }),
  );
  expect(parseTicketCode('TIKET/550E8400-E29B-41D4-A716-446655440000')).toBeNull();
});

test('a receipt’s code is known by prefix and check character', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 5, maxLength: 5 }), (bytes) => {
      const trackingCode = formatTrackingCode(bytes);
      expect(classifyScan(trackingCode)).toEqual({ kind: 'receipt', trackingCode });
      expect(classifyScan(trackingCode.slice(3))).toEqual({ kind: 'unknown' });
    }),
  );
});

test('sixteen digits are a card’s number; fifteen or seventeen are not', () => {
  expect(classifyScan(' 1804045709909901 ')).toEqual({ kind: 'card-number', number: '1804045709909901' });
  expect(classifyScan('180404570990990')).toEqual({ kind: 'unknown' });
  expect(classifyScan('18040457099099010')).toEqual({ kind: 'unknown' });
});

test('the lines of a passport come with or without their ends', () => {
  const upper = 'P<IDNSPESIMEN<<SITI<<<<<<<<<<<<<<<<<<<<<<<<<';
  const lower = 'X9900001<4IDN9009177F2603159<<<<<<<<<<<<<<02';
  const meaning = { kind: 'mrz', lines: `${upper}\n${lower}` };
  expect(classifyScan(`${upper}\r\n${lower}\r`)).toEqual(meaning);
  expect(classifyScan(`${upper}${lower}`.toLowerCase())).toEqual(meaning);
  expect(classifyScan(`${upper}\n${lower.slice(1)}`)).toEqual({ kind: 'unknown' });
  expect(classifyScan(upper)).toEqual({ kind: 'unknown' });
});

test('whatever is scanned has one meaning', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (text) => {
      const { kind } = classifyScan(text);
      expect(['ticket', 'receipt', 'card-number', 'mrz', 'unknown']).toContain(kind);
    }),
  );
});
