import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { loadSpecimens } from '../../station/practice/specimens.ts';
import {
  type HeadlessStation,
  type StationClient,
  startHeadlessStation,
} from '../e2e/support/headless-station.ts';
import { signInHeadless, submitSpecimen } from '../e2e/support/submit-specimen.ts';
import { exportCentral, type OutsideCentral, startOutsideCentral } from './outside-central.ts';

const ENROLMENT_CODE = 'padam-kode-pendaftaran';
const exportedSchema = z.array(
  z.object({ application: z.object({ id: z.string() }), arrived: z.array(z.string()) }),
);
const say = (line: string) => process.stdout.write(`${line}\n`);

/** What runs at a moment of the tour, so that a failure leaves nothing behind. */
interface Running {
  central: OutsideCentral | null;
  station: HeadlessStation | null;
}

/**
 * Central goes away, `count` applications are registered, the station is killed once among them, central comes back.
 * @returns whether each is at central exactly once, with all its pictures
 */
export async function outageTour(count: number): Promise<boolean> {
  const data = mkdtempSync(join(tmpdir(), 'anjungan-outage-'));
  const running: Running = { central: null, station: null };
  try {
    const submitted = await registerDuringOutage(data, count, running);
    const file = join(data, 'central.json');
    await exportCentral(join(data, 'central'), file);
    const held = exportedSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    const ids = held.map(({ application }) => application.id);
    const delivered = submitted.filter((id) => ids.includes(id)).length;
    const duplicates = ids.length - new Set(ids).size + ids.filter((id) => !submitted.includes(id)).length;
    const missing = count - delivered + held.filter(({ arrived }) => arrived.length === 0).length;
    say(`delivered ${delivered} duplicates ${duplicates} missing ${missing}`);
    return delivered === count && duplicates === 0 && missing === 0;
  } finally {
    await running.station?.kill();
    await running.central?.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

/** Answers the ids of what was submitted; everything has been delivered and has ended when it resolves. */
async function registerDuringOutage(data: string, count: number, running: Running): Promise<string[]> {
  const [centralFolder, kioskFolder] = [join(data, 'central'), join(data, 'kiosk')];
  running.central = await startOutsideCentral(centralFolder, ENROLMENT_CODE);
  const { url } = running.central;

  const openStation = async (enrolmentCode: string | null) => {
    running.station = await startHeadlessStation(kioskFolder);
    running.station.setCentral(url, enrolmentCode);
    const counter = running.station.face('counter');
    await signInHeadless(counter);
    return { station: running.station, counter };
  };

  let { station, counter } = await openStation(ENROLMENT_CODE);
  await until(counter, async () => (await counter.outbox.summary()).lastContactAt !== null);
  await running.central.stop();
  running.central = null;
  say('central is away');

  const specimens = loadSpecimens();
  const submitted: string[] = [];
  for (let number = 0; number < count; number += 1) {
    if (number === Math.floor(count / 2)) {
      await station.kill();
      say(`the station was killed after ${number}`);
      ({ station, counter } = await openStation(null));
    }
    const specimen = specimens[number % specimens.length];
    if (!specimen) throw new Error('no specimen citizen');
    const { id, trackingCode } = await submitSpecimen(counter, specimen);
    submitted.push(id);
    say(`registered ${number + 1} of ${count}: ${trackingCode}`);
  }
  say(`${(await counter.outbox.summary()).waiting} wait in the outbox`);

  running.central = await startOutsideCentral(centralFolder, ENROLMENT_CODE, {
    port: Number(new URL(url).port),
  });
  say('central is back');
  await counter.outbox.sendNow();
  await until(counter, async () => (await counter.outbox.summary()).waiting === 0);
  await station.stop();
  running.station = null;
  await running.central.stop();
  running.central = null;
  return submitted;
}

/** Reads again at every event until it is as wanted. */
async function until(client: StationClient, wanted: () => Promise<boolean>): Promise<void> {
  const events = await client.system.events();
  if (await wanted()) return;
  for await (const _event of events) if (await wanted()) return;
  throw new Error('the station ended before it was as wanted');
}
