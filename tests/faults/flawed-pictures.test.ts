import { createCanvas, loadImage } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import {
  type CameraScene,
  FILM_RANGE,
  renderScene,
  type SceneMatter,
} from '../../drivers/virtual/camera/virtual-camera.ts';
import { JUDGED_WIDTH, judgePicture, judgeWholeDocument } from '../../renderer/capture/picture/quality.ts';
import { loadSpecimens } from '../../station/practice/specimens.ts';

const specimens = loadSpecimens();
const scenes = ['ktp', 'passport-page', 'passport-cover', 'face'] as const;

type Person = (typeof specimens)[number]['person'];

/** The camera's JPEG as the face sees it, moved by shares of its size; beside it is table. */
async function seen(scene: CameraScene, person: Person, matter?: SceneMatter, right = 0, down = 0) {
  const [frame] = await renderScene(scene, person, matter);
  const image = await loadImage(Buffer.from(frame ?? []));
  const width = JUDGED_WIDTH;
  const height = Math.round((JUDGED_WIDTH * image.height) / image.width);
  const context = createCanvas(width, height).getContext('2d');
  context.fillStyle = '#8a6a4a';
  context.fillRect(0, 0, width, height);
  context.drawImage(image, right * width, down * height, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  const dots = data.map((value, at) =>
    at % 4 === 3 ? value : (value - FILM_RANGE.black) / FILM_RANGE.reach,
  );
  return { dots, width, height };
}

/** What the face says of a scene. */
async function advice(scene: CameraScene, person: Person, matter?: SceneMatter) {
  const { dots, width, height } = await seen(scene, person, matter);
  return judgePicture(dots, width, height, scene === 'face' ? 'portrait' : 'documents');
}

test.each(specimens.map(({ key, person }) => [key, person] as const))(
  'every specimen paper of %s passes as it should lie',
  async (_key, person) => {
    for (const scene of scenes) expect([scene, await advice(scene, person)]).toEqual([scene, 'good']);
  },
);

test.each([
  ['blurred', 'blurred'],
  ['dark', 'too-dark'],
  ['glare', 'glare'],
  ['far', 'too-far'],
] as const)('what is %s is said to be %s', async (flaw, said) => {
  // A woman in a veil and a man.
  for (const { person } of specimens.slice(0, 2)) {
    for (const scene of scenes) expect([scene, await advice(scene, person, { flaw })]).toEqual([scene, said]);
  }
});

test('an empty table shows nothing', async () => {
  const [specimen] = specimens;
  expect(specimen && (await advice('empty-table', specimen.person))).toBe('nothing');
});

test('a document that does not fit in the picture is said to be cut off', async () => {
  for (const { person } of specimens.slice(0, 2)) {
    for (const scene of ['ktp', 'passport-page'] as const) {
      const judged = async (right: number, down: number) => {
        const { dots, width, height } = await seen(scene, person, undefined, right, down);
        return judgeWholeDocument(dots, width, height);
      };
      expect([scene, await judged(0, 0)]).toEqual([scene, 'good']);
      for (const [right, down] of [
        [0.3, 0],
        [-0.4, 0],
        [0, 0.35],
        [0.25, 0.25],
      ] as const)
        expect([scene, right, down, await judged(right, down)]).toEqual([scene, right, down, 'cut-off']);
    }
  }
});
