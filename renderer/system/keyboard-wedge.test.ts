import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  BURST_QUIET_MS,
  ENOUGH,
  FAST_MS,
  LINE_QUIET_MS,
  nextWedge,
  quietAfter,
  type WedgeEvent,
  type WedgeState,
} from './keyboard-wedge.ts';

interface Stroke {
  /** Milliseconds since the key before. */
  readonly gap: number;
  readonly key: string;
}

/** Types keys into a text field, as the page sees them, with quiet told when it is due. */
function type(strokes: readonly Stroke[]) {
  let state: WedgeState = { name: 'quiet' };
  let at = 0;
  let field = '';
  let beforeBurst = '';
  const scans: string[] = [];
  let swallowed = 0;

  const advance = (event: WedgeEvent) => {
    const watchedBefore = state.name === 'watching' ? state.text.length : 0;
    const step = nextWedge(state, event);
    state = step.state;
    if (state.name === 'watching' && state.text.length === 1) beforeBurst = field;
    if (step.takeBack) {
      expect(field).toBe(beforeBurst + field.slice(beforeBurst.length));
      expect(field.length - beforeBurst.length).toBe(watchedBefore);
      field = beforeBurst;
    }
    if (step.scan !== null) scans.push(step.scan);
    return step.swallow;
  };
  const settle = (gap: number) => {
    const due = quietAfter(state);
    if (due !== null && gap > due) advance({ kind: 'quiet' });
  };

  for (const { gap, key } of strokes) {
    settle(gap);
    at += gap;
    if (key.length === 1) {
      if (advance({ kind: 'character', character: key, at })) swallowed += 1;
      else field += key;
    } else if (advance({ kind: key === 'Enter' || key === 'Tab' ? 'end' : 'other', at })) swallowed += 1;
    else field += `[${key}]`;
  }
  settle(1_000);
  return { field, scans, swallowed };
}

const burst = (text: string, gap = 5): Stroke[] => [...text].map((key) => ({ gap, key }));
const enter = (gap = 5): Stroke => ({ gap, key: 'Enter' });

const key = fc.constantFrom(
  ...'abcdefghijklmnopqrstuvwxyz0123456789 .',
  'Enter',
  'Tab',
  'Backspace',
  'ArrowLeft',
);
/** A person: mostly 60 ms and more, now and then two or three keys rolled within a few milliseconds. */
const rolled = fc
  .array(fc.record({ gap: fc.integer({ min: 1, max: FAST_MS }), key }), { maxLength: 3 })
  .chain((fast) =>
    fc.record({ gap: fc.integer({ min: FAST_MS + 1, max: 900 }), key }).map((slow) => [slow, ...fast]),
  );
const person = fc.array(rolled, { maxLength: 60 }).map((words) => words.flat());
const code = fc.stringMatching(/^[A-Za-z0-9/:.\- ]{6,120}$/);
const scannerGap = fc.integer({ min: 0, max: 30 });

test('a person typing is never swallowed, however quick the fingers', () => {
  fc.assert(
    fc.property(person, (strokes) => {
      const typed = strokes.map(({ key: each }) => (each.length === 1 ? each : `[${each}]`)).join('');
      expect(type(strokes)).toEqual({ field: typed, scans: [], swallowed: 0 });
    }),
  );
});

test('a burst is always recognised, in the middle of a person’s typing too, and leaves no trace in the field', () => {
  fc.assert(
    fc.property(
      person,
      code,
      scannerGap,
      fc.constantFrom('Enter', 'Tab', null),
      person,
      (before, text, gap, terminator, after) => {
        const first = text.slice(0, 1);
        const strokes = [
          ...before,
          { gap: 400, key: first },
          ...burst(text.slice(1), gap),
          ...(terminator ? [{ gap, key: terminator }] : []),
          ...after.map((stroke, place) => (place === 0 ? { ...stroke, gap: 400 } : stroke)),
        ];
        const words = [...before, ...after].map(({ key: each }) => (each.length === 1 ? each : `[${each}]`));
        const { field, scans } = type(strokes);
        expect(scans).toEqual([text]);
        expect(field).toBe(words.join(''));
      },
    ),
  );
});

test('a code shorter than six characters is typing', () => {
  expect(type([...burst('12345'), enter()])).toEqual({ field: '12345[Enter]', scans: [], swallowed: 0 });
  expect(type([...burst('123456'), enter()])).toEqual({ field: '', scans: ['123456'], swallowed: 2 });
  expect(ENOUGH).toBe(6);
});

test('a computer that is late with a key in the middle of a burst does not cut the code', () => {
  const late = burst('1804045709909901').map((stroke, place) =>
    place === 9 ? { ...stroke, gap: 90 } : stroke,
  );
  expect(type([...late, enter()])).toMatchObject({ scans: ['1804045709909901'], field: '' });
});

test('a person who types right after a code without an end is not swallowed', () => {
  const strokes = [...burst('1804045709909901'), { gap: BURST_QUIET_MS + 1, key: 'a' }];
  expect(type(strokes)).toMatchObject({ scans: ['1804045709909901'], field: 'a' });
});

test('the second of two end keys is swallowed with the first, a later Enter is the person’s', () => {
  expect(type([...burst('ABCDEF'), enter(), enter()]).field).toBe('');
  expect(type([...burst('ABCDEF'), enter(), enter(200)]).field).toBe('[Enter]');
});

test('a swiped passport comes as one code of two lines', () => {
  const upper = 'P<IDNSPESIMEN<<SITI<<<<<<<<<<<<<<<<<<<<<<<<<';
  const lower = 'X9900001<4IDN9009177F2603159<<<<<<<<<<<<<<02';
  const second = [{ gap: LINE_QUIET_MS - 20, key: 'X' }, ...burst(lower.slice(1))];
  expect(type([...burst(upper), enter(), ...second, enter()])).toMatchObject({
    scans: [`${upper}\n${lower}`],
    field: '',
  });
  expect(type([...burst(upper), enter(), enter(), ...second, enter()]).scans).toEqual([`${upper}\n${lower}`]);
  expect(type([...burst(upper), enter()]).scans).toEqual([upper]);
});

test('whatever the keys: bounded text, and what is not swallowed lands', () => {
  const any = fc.array(fc.record({ gap: fc.nat(300), key }), { maxLength: 300 });
  fc.assert(
    fc.property(any, (strokes) => {
      const { field, scans, swallowed } = type(strokes);
      expect(scans.every((scan) => scan.length >= ENOUGH)).toBe(true);
      if (scans.length === 0) expect(swallowed).toBe(0);
      if (swallowed === 0) {
        expect(field).toBe(strokes.map(({ key: each }) => (each.length === 1 ? each : `[${each}]`)).join(''));
      }
    }),
  );
  expect(type(burst('x'.repeat(10_000))).scans[0]).toHaveLength(4_296);
});
