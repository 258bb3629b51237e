import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sendingSettingsSchema } from '../../../contract/domain/sending.ts';
import { minuteWords, readForm, readMinute, roughDuration, toForm } from './sending-words.ts';

test('every minute of the day reads back, however it is typed', () => {
  expect(minuteWords(545)).toBe('09.05');
  fc.assert(
    fc.property(fc.nat(1_439), (minute) => {
      const words = minuteWords(minute);
      for (const typed of [words, words.replace('.', ':'), words.replace('.', ''), ` ${words} `])
        expect(readMinute(typed)).toBe(minute);
    }),
  );
});

test.each(['', '24.00', '9', '21.60', '-1.00', '21.0', 'malam'])('%j is no time', (text) => {
  expect(readMinute(text)).toBeNull();
});

test('settings survive the form, and the form makes nothing the station would refuse', () => {
  const megabytes = fc.option(fc.integer({ min: 1, max: 1_000_000 }).map((count) => count * 1_000_000));
  const quietHours = fc.option(
    fc.record({ from: fc.nat(1_439), until: fc.nat(1_439) }).filter(({ from, until }) => from !== until),
  );
  fc.assert(
    fc.property(fc.record({ dailyBytes: megabytes, monthlyBytes: megabytes, quietHours }), (settings) => {
      expect(readForm(toForm(settings))).toEqual(settings);
    }),
  );
  const text = fc.oneof(fc.string({ maxLength: 8 }), fc.nat(3_000_000).map(String));
  fc.assert(
    fc.property(fc.record({ daily: text, monthly: text, from: text, until: text }), (form) => {
      const read = readForm(form);
      if (!('wrong' in read)) expect(sendingSettingsSchema.safeParse(read).success).toBe(true);
    }),
  );
});

test('half of a pair of quiet hours is wrong, and so is a pair that is one moment', () => {
  const form = { daily: '', monthly: '', from: '21.00', until: '' };
  expect(readForm(form)).toEqual({ wrong: ['until'] });
  expect(readForm({ ...form, until: '21.00' })).toEqual({ wrong: ['until'] });
  expect(readForm({ ...form, daily: '0', monthly: '1,5' })).toEqual({ wrong: ['daily', 'monthly', 'until'] });
});

test('durations are told in the unit that fits', () => {
  expect(roughDuration(0)).toEqual({ unit: 'seconds', count: 1 });
  expect(roughDuration(61)).toEqual({ unit: 'minutes', count: 2 });
  expect(roughDuration(89 * 60)).toEqual({ unit: 'minutes', count: 89 });
  expect(roughDuration(7_300)).toEqual({ unit: 'hours', count: 2 });
});
