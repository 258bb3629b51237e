import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDefinedError, safe } from '@orpc/client';
import type { PostgresServer } from '../../../../central/testing/postgres-server.ts';
import {
  type HeadlessStation,
  type StationClient,
  startHeadlessStation,
} from '../../../e2e/support/headless-station.ts';
import { signInHeadless } from '../../../e2e/support/submit-specimen.ts';
import { startOutsideCentral } from '../../../tour/outside-central.ts';
import { fillOutbox } from './fill-outbox.ts';
import { clockOf, type Load, type OpenWay, type Way } from './way.ts';

const CODE = 'ukuran-kode-pendaftaran';
/** Port 1 answers nobody: a station that looks there is without a line. */
const NO_LINE = 'http://127.0.0.1:1';
const ASK_EVERY_MS = 50;

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** A counter that signs in again when the station has locked itself meanwhile. */
export async function connectCounter(station: HeadlessStation) {
  const counter = station.face('counter');
  await signInHeadless(counter);
  return async <Answer>(call: (client: StationClient) => Promise<Answer>): Promise<Answer> => {
    for (let tries = 0; ; tries += 1) {
      const [error, answer] = await safe(call(counter));
      if (error === null) return answer as Answer;
      if (tries > 0 || !isDefinedError(error)) throw error;
      await signInHeadless(counter);
    }
  };
}

export type Ask = Awaited<ReturnType<typeof connectCounter>>;

/** Resolves once the station has spoken to that central and is enrolled there. */
export async function enrolAt(station: HeadlessStation, ask: Ask, url: string): Promise<void> {
  station.setCentral(url, CODE);
  for (;;) {
    const { lastContactAt, sending, lastProblem } = await ask((counter) => counter.outbox.summary());
    if (lastContactAt !== null && !sending && lastProblem === null) break;
    await pause(ASK_EVERY_MS);
  }
  station.setCentral(NO_LINE, null);
}

/** Over a PostgreSQL server's database, or the embedded one when there is no address. */
export function startBenchCentral(folder: string, databaseUrl?: string) {
  return startOutsideCentral(join(folder, 'central'), CODE, {
    complaints: false,
    ...(databaseUrl !== undefined && { environment: { DATABASE_URL: databaseUrl } }),
  });
}

/** As in practice mode and at a small office: central's database inside its process. */
export const oursEmbedded: Way = { name: 'ours, embedded database', open: (load) => openOurs(load) };

/** As in production: central over a PostgreSQL server that flushes. */
export const ours = (server: PostgresServer): Way => ({
  name: 'ours',
  open: async (load) => await openOurs(load, await server.createDatabase()),
});

/** The real station and the real central, each a process of its own, with their stores on disk. */
async function openOurs(
  { folder, count, attachmentBytes, speed }: Load,
  databaseUrl?: string,
): Promise<OpenWay> {
  const central = await startBenchCentral(folder, databaseUrl);
  const stationFolder = join(folder, 'station');
  const first = await startHeadlessStation(stationFolder);
  await enrolAt(first, await connectCounter(first), central.url);
  await first.stop();
  await fillOutbox({
    dataFolder: stationFolder,
    key: readFileSync(join(stationFolder, 'database.key'), 'utf8'),
    count,
    attachmentBytes,
  });
  // As in a village: practice mode carries every byte through one more line, its virtual one.
  const station = await startHeadlessStation(stationFolder, { ...clockOf(speed), mode: 'production' });
  const ask = await connectCounter(station);
  return {
    serverPort: Number(new URL(central.url).port),
    senderPid: station.pid,
    serverPid: central.pid,
    commits: [],
    async drain(url) {
      station.setCentral(url, null);
      for (;;) {
        const { waiting, delivered, quarantined } = await ask((counter) => counter.outbox.summary());
        if (quarantined > 0) throw new Error(`${quarantined} packets are in quarantine`);
        if (waiting === 0 && delivered === count) return;
        await pause(ASK_EVERY_MS);
      }
    },
    async close() {
      await station.kill();
      await central.kill();
    },
  };
}
