import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openBundles } from '../bundles/open-bundles.ts';
import { openServerDatabase } from '../database/server-database.ts';
import { findPicture } from '../packets/find-picture.ts';
import { startBalancer } from '../testing/balancer.ts';
import { type CentralProcess, startCentralProcess } from '../testing/central-process.ts';
import { startPostgresServer } from '../testing/postgres-server.ts';
import { S3_KEYS, startS3StandIn } from '../testing/s3-stand-in.ts';
import { enrolSpecimenStation, sha256 } from '../testing/specimen-station.ts';

const CODE = 'enrol-two-copies';
const PACKETS = 36;
/** Every so many packets one of the copies is killed, in turn, and comes back some packets later. */
const KILLED_EVERY = 9;
const BACK_AFTER = 4;

async function setUp() {
  const server = await startPostgresServer();
  const standIn = await startS3StandIn('berkas');
  const folder = mkdtempSync(join(tmpdir(), 'anjungan-copies-'));
  const environment = {
    DATABASE_URL: await server.createDatabase(),
    S3_ENDPOINT: standIn.endpoint,
    S3_BUCKET: 'berkas',
    S3_REGION: S3_KEYS.region,
    S3_ACCESS_KEY_ID: S3_KEYS.accessKeyId,
    S3_SECRET_ACCESS_KEY: S3_KEYS.secretAccessKey,
  };
  const start = () => startCentralProcess(environment, ['--data-folder', folder, '--enrolment-code', CODE]);
  const copies: CentralProcess[] = await Promise.all([start(), start()]);
  const balancer = await startBalancer(() => copies.map(({ url }) => url));
  const database = openServerDatabase(environment.DATABASE_URL);
  const bundles = await openBundles('', environment);
  onTestFinished(async () => {
    await Promise.all(copies.map((copy) => copy.stop()));
    await balancer.close();
    await database.close();
    await standIn.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return { copies, start, balancer, database, bundles };
}

/** As a station does: the same again until there is an answer it can use. */
async function insist<Answer>(work: () => Promise<Answer | undefined>): Promise<Answer> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const answer = await work().catch(() => undefined);
    if (answer !== undefined) return answer;
  }
  throw new Error('no copy of central answered in twenty tries');
}

test('two copies behind a balancer, killed in turn: everything is there once, whole, with one acknowledgement', async () => {
  const { copies, start, balancer, database, bundles } = await setUp();
  const station = await insist(() => enrolSpecimenStation(balancer.url, CODE));
  const sent: { packet: Awaited<ReturnType<typeof station.seal>>; acknowledgement: string }[] = [];
  let coming: { place: number; at: number } | null = null;
  for (let count = 0; count < PACKETS; count += 1) {
    const packet = await station.seal([randomBytes(40_000), randomBytes(700)]);
    const { packetId } = packet.core;
    const killing = count % KILLED_EVERY === KILLED_EVERY - 1;
    const place = Math.floor(count / KILLED_EVERY) % 2;
    if (killing) coming = { place, at: count + BACK_AFTER };
    // While the core is on its way, or the bundle, so that it may or may not have been written.
    const onCore = killing && place === 0 ? copies[place]?.kill() : undefined;
    await insist(async () => (await station.answersTo([packet.core]))[0]);
    await onCore;
    const onBundle = killing && place === 1 ? copies[place]?.kill() : undefined;
    const acknowledgement = await insist(async () => {
      const offset = Number((await station.bundleOffset(packetId)) ?? 0);
      return (await station.sendBundle(packetId, packet.bundle, offset)).answer.acknowledgement;
    });
    await onBundle;
    sent.push({ packet, acknowledgement });
    if (coming?.at === count) {
      copies[coming.place] = await start();
      coming = null;
    }
  }
  expect(Math.min(...balancer.passed)).toBeGreaterThan(PACKETS / 2);
  const held = await database.query('SELECT id FROM applications');
  expect(held.map(({ id }) => id).sort()).toEqual(sent.map(({ packet }) => packet.core.applicationId).sort());
  for (const { packet, acknowledgement } of sent) {
    const [again] = await insist(async () => {
      const answers = await station.answersTo([packet.core]);
      return answers[0] ? answers : undefined;
    });
    expect(again?.acknowledgement).toBe(acknowledgement);
    for (const { id, sha256: wanted } of packet.content.application.attachments) {
      const picture = await findPicture(database, bundles, packet.core.applicationId, id);
      expect(sha256(picture?.bytes ?? '')).toBe(wanted);
    }
  }
}, 120_000);
