import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCursor, writeCursor } from './cursor.ts';

const NOTHING = { position: 0, catalogVersion: 0, officersVersion: 0, settingsVersion: 0 };
const long = fc.integer({ min: 0, max: 999_999_999_999_999 });
const cursors = fc.record({
  position: long,
  catalogVersion: fc.integer({ min: 0, max: 999_999_999 }),
  officersVersion: long,
  settingsVersion: long,
});

test('a cursor is read as it was written, and fits where the contract has room', () => {
  fc.assert(
    fc.property(cursors, (cursor) => {
      const text = writeCursor(cursor, 'full');
      expect(readCursor(text)).toEqual(cursor);
      expect(text.length).toBeLessThanOrEqual(100);
    }),
  );
});

test('a cursor of before officers and settings has none of them', () => {
  fc.assert(
    fc.property(cursors, ({ position, catalogVersion, ...rest }) => {
      const text = writeCursor({ position, catalogVersion, ...rest }, 'short');
      expect(text).toBe(`${position}.${catalogVersion}`);
      expect(readCursor(text)).toEqual({ ...NOTHING, position, catalogVersion });
    }),
  );
});

test.each(['', '1', '1.2.3', '1.2.3.4.5', '1.-2', '1.2.3.x', ' 1.2', '1.2\n', '1.2.3.9999999999999999'])(
  'what is no cursor is the beginning: %j',
  (text) => expect(readCursor(text)).toEqual(NOTHING),
);

test('any text at all is a cursor or the beginning', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 100 }), (text) => {
      for (const number of Object.values(readCursor(text))) expect(Number.isSafeInteger(number)).toBe(true);
    }),
  );
});
