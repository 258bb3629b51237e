import { createCanvas, loadImage } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import {
  type CameraScene,
  FILM_RANGE,
  renderScene,
  type SceneMatter,
} from '../../drivers/virtual/camera/virtual-camera.ts';
import { JUDGED_WIDTH, judgePicture } from '../../renderer/capture/picture/quality.ts';
import { loadSpecimens } from '../../station/practice/specimens.ts';

const specimens = loadSpecimens();
const scenes = ['ktp', 'passport-page', 'passport-cover', 'face'] as const;

/** What the face says of a scene, from the camera's JPEG as the face would see it. */
async function advice(
  scene: CameraScene,
  person: (typeof specimens)[number]['person'],
  matter?: SceneMatter,
) {
  const [frame] = await renderScene(scene, person, matter);
  const image = await loadImage(Buffer.from(frame ?? []));
  const width = JUDGED_WIDTH;
  const height = Math.round((JUDGED_WIDTH * image.height) / image.width);
  const context = createCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  const seen = data.map((value, at) =>
    at % 4 === 3 ? value : (value - FILM_RANGE.black) / FILM_RANGE.reach,
  );
  return judgePicture(seen, width, height, scene === 'face' ? 'portrait' : 'documents');
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
