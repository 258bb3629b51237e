import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFolderBundles } from '../../../central/bundles/folder-bundles.ts';
import { openServerDatabase } from '../../../central/database/server-database.ts';
import { issueEnrolment } from '../../../central/stations/enrolments.ts';
import { startCentralProcess } from '../../../central/testing/central-process.ts';
import { startPostgresServer } from '../../../central/testing/postgres-server.ts';
import { enrolSpecimenStation } from '../../../central/testing/specimen-station.ts';
import { processorSeconds } from '../processor.ts';
import type { Ratio } from '../report.ts';
import { median, percentile } from '../statistics.ts';

/** As measured at kiosks: form, photograph, scans and signature together. */
const BUNDLE_BYTES = 600_000;
const STATIONS = 8;
const PACKETS_EACH = 40;
/** A kiosk sends the cores of a morning together. */
const BATCH = 10;
const POLLS = 400;
/** From a quiet village hall over a busy one (50) to a peak. */
const APPLICATIONS_A_DAY: readonly number[] = [10, 50, 200, 500];
const OPEN_HOURS = 8;
/** Kiosks ask what is new every five minutes. */
const POLL_SECONDS = 300;

type Station = Awaited<ReturnType<typeof enrolSpecimenStation>>;
type Packet = Awaited<ReturnType<Station['seal']>>;

/** Milliseconds of each piece of work, with so many at once. */
async function timeAll(work: readonly (() => Promise<unknown>)[], atOnce: number) {
  const waiting = [...work];
  const times: number[] = [];
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const since = performance.now();
        await next();
        times.push(performance.now() - since);
      }
    }),
  );
  return { seconds: (performance.now() - begun) / 1_000, times };
}

async function deliver(station: Station, packets: readonly Packet[]): Promise<void> {
  const answers = await station.answersTo(packets.map(({ core }) => core));
  if (answers.some(({ outcome }) => outcome !== 'bundle-wanted')) throw new Error('a core was not wanted');
  for (const { core, bundle } of packets) {
    const { answer } = await station.sendBundle(core.packetId, bundle);
    if (answer.outcome !== 'acknowledged') throw new Error(`a bundle was ${answer.outcome}`);
  }
}

/** The cursor of a station that knows everything, as nearly every one does that asks. */
async function readToTheEnd(station: Station): Promise<string> {
  for (let cursor = ''; ; ) {
    const { signed } = await station.changes(cursor);
    const changes = JSON.parse(Buffer.from(signed.split('.')[1] ?? '', 'base64url').toString());
    cursor = changes.cursor;
    if (!changes.more) return cursor;
  }
}

/** How far one node of central goes: PostgreSQL that flushes, a folder for bundles, one copy, and the load itself on one machine. */
export async function benchCentral(log: (line: string) => void): Promise<Ratio[]> {
  const folder = mkdtempSync(join(tmpdir(), 'anjungan-bench-central-'));
  const server = await startPostgresServer();
  const address = await server.createDatabase();
  const central = await startCentralProcess({ DATABASE_URL: address }, ['--data-folder', folder]);
  const database = openServerDatabase(address);
  try {
    const stations: Station[] = [];
    for (let number = 0; number < STATIONS; number += 1) {
      const station = { name: `Balai Spesimen ${number}`, villageCode: null };
      const { code } = await issueEnrolment(database, station, Date.now());
      stations.push(await enrolSpecimenStation(central.url, code));
    }
    const picture = randomBytes(BUNDLE_BYTES);
    const rounds: (() => Promise<void>)[] = [];
    for (let at = 0; at < PACKETS_EACH; at += BATCH) {
      for (const station of stations) {
        const packets: Packet[] = [];
        while (packets.length < BATCH) packets.push(await station.seal([picture]));
        rounds.push(() => deliver(station, packets));
      }
    }
    const count = STATIONS * PACKETS_EACH;
    const processorBefore = processorSeconds(central.pid);
    const delivered = await timeAll(rounds, STATIONS);
    const processor = (1_000 * (processorSeconds(central.pid) - processorBefore)) / count;
    const rate = count / delivered.seconds;
    const cursors = await Promise.all(stations.map(readToTheEnd));
    const asking = Array.from({ length: POLLS }, (_, place) => async () => {
      await stations[place % STATIONS]?.changes(cursors[place % STATIONS] ?? '');
    });
    const polls = await timeAll(asking, STATIONS);
    const pollRate = POLLS / polls.seconds;
    const limit = await measureLimit(folder, database, picture, count);

    log(
      `${count} applications of ${BUNDLE_BYTES / 1_000} kB from ${STATIONS} stations: ${rate.toFixed(1)} a second`,
    );
    log(
      `central's own processor time: ${processor.toFixed(1)} ms an application, whatever else the machine does`,
    );
    log(
      `asking what is new: ${pollRate.toFixed(0)} a second, p50 ${median(polls.times).toFixed(1)} ms, p95 ${percentile(polls.times, 0.95).toFixed(1)} ms`,
    );
    log(`stations × applications a day, one node, ${OPEN_HOURS} hours, the load on the same machine:`);
    for (const each of APPLICATIONS_A_DAY) {
      // Each station takes a share of the node for its applications and a share for asking.
      const most = Math.floor(1 / (each / (rate * OPEN_HOURS * 3_600) + 1 / (pollRate * POLL_SECONDS)));
      log(`  ${String(each).padStart(4)} applications a day: ${most.toLocaleString('en')} stations`);
    }
    return [
      {
        name: 'an application at central ÷ one insert and one file, both flushed',
        measured: `${(1_000 / rate).toFixed(1)} ms`,
        limit: `${limit.toFixed(1)} ms`,
        ratio: 1_000 / rate / limit,
        target: 6,
      },
    ];
  } finally {
    await database.close();
    await central.stop();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds for the least that could keep an application: one row committed, one file flushed, as many at once. */
async function measureLimit(
  folder: string,
  database: ReturnType<typeof openServerDatabase>,
  bytes: Buffer,
  count: number,
): Promise<number> {
  const bundles = await openFolderBundles(join(folder, 'limit'));
  await database.query('CREATE TABLE least (id bigint PRIMARY KEY, content text NOT NULL)');
  const content = 'x'.repeat(4_000);
  const least = Array.from({ length: count }, (_, id) => async () => {
    await bundles.put(`limit/${id % STATIONS}/${id}`, [bytes]);
    await database.query('INSERT INTO least VALUES ($1, $2)', [id, content]);
  });
  return (1_000 * (await timeAll(least, STATIONS)).seconds) / count;
}
