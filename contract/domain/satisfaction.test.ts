import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SURVEY_ELEMENTS, type SurveyElement, satisfactionIndex } from './satisfaction.ts';

const every = (value: number) =>
  Object.fromEntries(SURVEY_ELEMENTS.map((element) => [element, value])) as Record<SurveyElement, number>;

test('nobody asked is no index', () => {
  expect(satisfactionIndex(every(0), 0)).toBeNull();
});

test('all best is 100 and not 99.9; all worst is 25', () => {
  expect(satisfactionIndex(every(40), 10)).toMatchObject({ ikm: 100, quality: 'A', n: 10 });
  expect(satisfactionIndex(every(3), 3)).toMatchObject({ ikm: 25, quality: 'D' });
});

test('one questionnaire worked by hand: 3 3 3 4 3 3 4 2 3 is a mean of 28/9 and an index of 77.78', () => {
  const scores = [3, 3, 3, 4, 3, 3, 4, 2, 3];
  const sums = Object.fromEntries(SURVEY_ELEMENTS.map((element, place) => [element, scores[place]]));
  const index = satisfactionIndex(sums as Record<SurveyElement, number>, 1);
  expect(index?.ikm).toBeCloseTo(77.78, 2);
  expect(index?.quality).toBe('B');
  expect(index?.means.facilities).toBe(2);
});

/** Sums of nine elements over 10,000 questionnaires whose index is `ikm`. */
const withIndex = (ikm: number) => every((ikm / 25) * 10_000);

test.each([
  [64.99, 'D'],
  [64.994, 'D'],
  [65, 'C'],
  [76.6, 'C'],
  [76.61, 'B'],
  [88.3, 'B'],
  [88.304, 'B'],
  [88.31, 'A'],
])('an index of %d has the quality %s', (ikm, quality) => {
  expect(satisfactionIndex(withIndex(ikm), 10_000)?.quality).toBe(quality);
});

test('any answers give an index between 25 and 100, and a better answer never lowers it', () => {
  const sheet = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 9, maxLength: 9 });
  const sumsOf = (sheets: number[][]) =>
    Object.fromEntries(
      SURVEY_ELEMENTS.map((element, place) => [
        element,
        sheets.reduce((sum, scores) => sum + (scores[place] ?? 0), 0),
      ]),
    ) as Record<SurveyElement, number>;
  fc.assert(
    fc.property(fc.array(sheet, { minLength: 1, maxLength: 40 }), fc.nat(8), (sheets, place) => {
      const index = satisfactionIndex(sumsOf(sheets), sheets.length);
      const better = sheets.map((scores, number) =>
        number === 0 ? scores.map((score, at) => (at === place ? Math.min(4, score + 1) : score)) : scores,
      );
      const raised = satisfactionIndex(sumsOf(better), sheets.length);
      expect(index?.ikm).toBeGreaterThanOrEqual(25 - 1e-9);
      expect(index?.ikm).toBeLessThanOrEqual(100 + 1e-9);
      expect(raised?.ikm ?? 0).toBeGreaterThanOrEqual((index?.ikm ?? 0) - 1e-9);
    }),
  );
});
