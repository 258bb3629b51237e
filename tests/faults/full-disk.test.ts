import { execFileSync } from 'node:child_process';
import { closeSync, fsyncSync, mkdtempSync, openSync, rmdirSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { expect, onTestFinished, test } from 'vitest';
import { loadSpecimens } from '../../station/practice/specimens.ts';
import { passportReplacement } from '../e2e/support/counter.ts';
import { type HeadlessStation, startHeadlessStation } from '../e2e/support/headless-station.ts';
import { signInHeadless, specimenPicture } from '../e2e/support/submit-specimen.ts';

/** The reserve of 8 MB, as much again beside it, and the database: a disk on which the station just holds its reserve. */
const DISK = '40m';
const serviceKey = passportReplacement().key;

/** A disk of its own; only root can mount one. */
function mountSmallDisk(): string {
  const folder = mkdtempSync(join(tmpdir(), 'anjungan-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK}`, 'tmpfs', folder]);
  onTestFinished(() => {
    execFileSync('umount', ['-l', folder]);
    rmdirSync(folder);
  });
  return folder;
}

/** Writes until nothing fits any more. */
function fill(folder: string): void {
  const file = openSync(join(folder, 'other-program.log'), 'a');
  try {
    for (let size = 64 * 1024; size >= 1; )
      try {
        writeSync(file, Buffer.alloc(size, 1));
      } catch {
        size = Math.floor(size / 2);
      }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

const makeRoom = (folder: string) => rmSync(join(folder, 'other-program.log'));

async function begin(folder: string) {
  const station = await startHeadlessStation(folder);
  onTestFinished(() => station.kill());
  const counter = station.face('counter');
  await signInHeadless(counter);
  return { station, counter };
}

/** Waits until the station says that its storage is so. */
async function storageIs(station: HeadlessStation, state: 'ok' | 'low' | 'full'): Promise<void> {
  const client = station.face('counter');
  const events = await client.system.events();
  if ((await client.system.facts()).storage === state) return;
  for await (const _event of events) if ((await client.system.facts()).storage === state) return;
}

function picture(draftId: string) {
  const content = { kind: 'photo', width: 640, height: 480, picture: specimenPicture('foto') };
  return { draftId, attachmentId: v7(), ...content };
}

async function fullDiskStory(): Promise<void> {
  const folder = mountSmallDisk();
  const first = await begin(folder);
  const draftId = v7();
  await first.counter.registration.startDraft({ draftId, serviceKey });
  const { values } = loadSpecimens()[0] ?? { values: {} };
  const whole = await first.counter.registration.saveFields({ draftId, values });
  await storageIs(first.station, 'low');
  fill(folder);

  const { registration } = first.counter;
  // What is begun may be finished: the reserve is given up for it, and from then on nothing new is begun.
  await expect(registration.addAttachment(picture(draftId))).rejects.toMatchObject({
    code: 'STORAGE_FULL',
    defined: true,
  });
  expect(await first.counter.system.facts()).toMatchObject({ storage: 'full' });
  expect(await registration.draft({ draftId })).toEqual(whole);
  await expect(registration.startDraft({ draftId: v7(), serviceKey })).rejects.toMatchObject({
    code: 'STORAGE_FULL',
  });
  const change = { 'address.street': 'JL. CONTOH NO. 9' };
  const changed = await registration.saveFields({ draftId, values: change });
  expect(changed.values).toMatchObject(change);

  // Even the reserve is gone: each write is refused as a whole.
  fill(folder);
  await expect(
    registration.saveFields({ draftId, values: { 'address.street': 'X'.repeat(100) } }),
  ).rejects.toMatchObject({ code: 'STORAGE_FULL' });
  expect((await registration.draft({ draftId })).values).toEqual(changed.values);
  await first.station.kill();

  makeRoom(folder);
  const second = await begin(folder);
  expect(await second.counter.registration.draft({ draftId })).toMatchObject({
    values: changed.values,
    attachments: [],
  });
  await storageIs(second.station, 'low');
  const withPicture = await second.counter.registration.addAttachment(picture(draftId));
  expect(withPicture.attachments).toHaveLength(1);
}

if (process.getuid?.() === 0)
  test('a full disk loses nothing and lets work go on when there is room', fullDiskStory);
else
  test('only root can mount a small disk', () => {
    process.stdout.write('the full disk is tested where the tests run as root\n');
  });
