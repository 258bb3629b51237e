import { expect, test } from 'vitest';
import { inspectPicture } from '../registration/pictures/inspect-picture.ts';
import { startTestStation } from '../testing/test-station.ts';

const documents = {
  purpose: 'documents',
  label: 'Kamera Dokumen (1234:5678)',
  place: 1,
  turns: 3,
  still: true,
} as const;
const portrait = { purpose: 'portrait', label: 'Kamera Wajah', place: 0, turns: 0, still: false } as const;

test('what was chosen last for a purpose is remembered across a restart', async () => {
  await using station = await startTestStation();
  const before = await station.signedIn();
  expect(await before.cameras.choices()).toEqual([]);
  await before.cameras.choose({ ...documents, turns: 0 });
  await before.cameras.choose(portrait);
  expect(await before.cameras.choose(documents)).toEqual(documents);
  await station.restart();
  const after = await station.signedIn('supervisor');
  expect(await after.cameras.choices()).toEqual([documents, portrait]);
});

test.each([
  { ...documents, turns: 4 },
  { ...documents, turns: 0.5 },
  { ...documents, place: -1 },
  { ...documents, purpose: 'selfie' },
  { ...documents, label: 'x'.repeat(201) },
])('a choice that is none is refused', async (wrong) => {
  await using station = await startTestStation();
  const counter = await station.signedIn();
  await expect(counter.cameras.choose(wrong as typeof documents)).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
  expect(await counter.cameras.choices()).toEqual([]);
});

test('the still camera of the tray takes a picture of what lies there; without it the failure is named', async () => {
  await using station = await startTestStation();
  const counter = await station.signedIn();
  const tray = station.face('practice-tray').client;
  const pass = async (is: () => boolean | Promise<boolean>) => {
    for (let step = 0; !(await is()); step += 1) {
      if (step > 2_000) throw new RangeError('it did not come to pass');
      station.clock.advance(20);
      await new Promise(setImmediate);
    }
  };
  expect(await counter.cameras.takeStill()).toEqual({ outcome: 'failed', reason: 'camera-absent' });
  await tray.practice.setStillCamera({ plugged: true });
  await pass(async () =>
    (await counter.devices.list()).some(({ kind, state }) => kind === 'camera' && state === 'ready'),
  );
  const pictures: Awaited<ReturnType<typeof counter.cameras.takeStill>>[] = [];
  const take = async () => {
    const before = pictures.length;
    void counter.cameras.takeStill().then((picture) => pictures.push(picture));
    await pass(() => pictures.length > before);
    const taken = pictures.at(-1);
    if (taken?.outcome !== 'captured') throw new Error('no picture was taken');
    return Buffer.from(await taken.picture.arrayBuffer());
  };
  const table = await take();
  expect(inspectPicture(table)).toEqual({ mediaType: 'image/jpeg', width: 1_280, height: 960 });
  await tray.practice.setScene({ scene: 'ktp', specimen: 'siti' });
  expect((await take()).equals(table)).toBe(false);
});

test('a technician may not take pictures', async () => {
  await using station = await startTestStation();
  const technician = await station.signedIn('technician');
  await expect(technician.cameras.takeStill()).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

test('the citizens’ face tells of its camera: the officer sees it with its time, also after a restart', async () => {
  await using station = await startTestStation();
  const citizen = station.face('self-service').client;
  const seen = async () => {
    const officer = await station.signedIn();
    const devices = await officer.devices.list();
    return devices.filter(({ kind }) => kind === 'citizen-camera');
  };
  expect([await seen(), (await citizen.selfService.health()).camera]).toEqual([[], null]);
  await citizen.cameras.tellCondition({ condition: 'present' });
  expect(await seen()).toMatchObject([{ state: 'ready', reason: null, since: station.clock.now() }]);

  station.clock.advance(60_000);
  const since = station.clock.now();
  await citizen.cameras.tellCondition({ condition: 'no-picture' });
  station.clock.advance(60_000);
  await citizen.cameras.tellCondition({ condition: 'no-picture' });
  const broken = { state: 'faulted', reason: 'citizen-camera-no-picture', since };
  expect(await seen()).toMatchObject([broken]);
  expect((await citizen.selfService.health()).camera).toBe('no-picture');
  await station.restart();
  expect(await seen()).toMatchObject([broken]);
  const again = station.face('self-service').client;
  expect((await again.selfService.health()).camera).toBe('no-picture');
  await again.cameras.tellCondition({ condition: 'missing' });
  expect(await seen()).toMatchObject([{ state: 'absent', reason: null }]);
  const log = await (await station.signedIn()).devices.log();
  expect(log[0]).toMatchObject({ kind: 'citizen-camera', state: 'absent' });
});

test('no other face tells of the citizens’ camera', async () => {
  await using station = await startTestStation();
  const officer = await station.signedIn('supervisor');
  for (const face of [officer, station.face('display').client, station.face('practice-tray').client])
    await expect(face.cameras.tellCondition({ condition: 'present' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
});
