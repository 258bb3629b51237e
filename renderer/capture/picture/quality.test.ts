import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgePicture } from './quality.ts';

const WIDTH = 640;
const HEIGHT = 480;

/** A grey picture: `shade` answers the brightness of each dot. */
function judge(shade: (x: number, y: number) => number, purpose: 'documents' | 'portrait' = 'documents') {
  const dots = new Uint8ClampedArray(WIDTH * HEIGHT * 4);
  for (let place = 0; place < WIDTH * HEIGHT; place += 1) {
    dots.fill(shade(place % WIDTH, Math.floor(place / WIDTH)), place * 4, place * 4 + 3);
    dots[place * 4 + 3] = 255;
  }
  return judgePicture(dots, WIDTH, HEIGHT, purpose);
}

/** Lines of letters, dark on light. */
const print = (x: number, y: number) => (y % 16 < 9 && x % 9 < 4 ? 30 : 205);

test('print on paper in good light is good', () => {
  expect(judge(print)).toBe('good');
});

test('the same in the dark is too dark', () => {
  expect(judge((x, y) => print(x, y) * 0.15)).toBe('too-dark');
});

test('an empty table under a lamp shows nothing', () => {
  expect(judge((x) => 110 + x / 20)).toBe('nothing');
});

test('a lamp on the paper is glare, and on the wall behind a face it is not', () => {
  const lamp = (x: number, y: number) => (x > 520 && y < 200 ? 255 : print(x, y));
  expect(judge(lamp)).toBe('glare');
  expect(judge(lamp, 'portrait')).toBe('good');
});

test('large forms without an edge are out of focus', () => {
  expect(judge((x, y) => 120 + 90 * Math.sin(x / 9) * Math.sin(y / 9))).toBe('blurred');
});

test('print in a small part of the picture is too far away', () => {
  const inside = (x: number, y: number) => x > 220 && x < 420 && y > 170 && y < 310;
  expect(judge((x, y) => (inside(x, y) ? print(x, y) : 120))).toBe('too-far');
});

test('any picture of any size is judged', () => {
  const size = fc.integer({ min: 0, max: 90 });
  const picture = fc
    .tuple(size, size)
    .chain(([width, height]) =>
      fc.tuple(fc.constant(width), fc.uint8ClampedArray({ minLength: 0, maxLength: width * height * 4 })),
    );
  const known = ['too-dark', 'nothing', 'glare', 'blurred', 'too-far', 'good'];
  fc.assert(
    fc.property(
      picture,
      fc.constantFrom('documents' as const, 'portrait' as const),
      ([width, dots], purpose) => {
        const height = width === 0 ? 0 : Math.ceil(dots.length / 4 / width);
        expect(known).toContain(judgePicture(dots, width, height, purpose));
      },
    ),
  );
});
