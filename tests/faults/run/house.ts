import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isDefinedError, safe } from '@orpc/client';
import {
  type HeadlessStation,
  type StationClient,
  startHeadlessStation,
} from '../../e2e/support/headless-station.ts';
import { signInHeadless } from '../../e2e/support/submit-specimen.ts';
import { type OutsideCentral, startOutsideCentral } from '../../tour/outside-central.ts';
import { createDisk, type Disk } from './disk.ts';

export const ENROLMENT_CODE = 'gangguan-kode-pendaftaran';
/** Thirty-five silent seconds pass in one and a half, and the longest wait between tries in seven. */
const STATION_SPEED = 25;

/** The two processes, their disks and clocks, and the switch that kills them. */
export interface House {
  readonly stationDisk: Disk;
  readonly centralDisk: Disk;
  readonly centralPort: () => number;
  /** Asks the station as an officer: signs in when that is wanted, and waits for a station that is starting. */
  ask<Answer>(call: (counter: StationClient) => Promise<Answer>): Promise<Answer>;
  /** Resolves at the next thing the station tells of, or when it ends. */
  nextEvent(): Promise<void>;
  killStation(days?: number): Promise<void>;
  killCentral(days?: number, between?: () => void): Promise<void>;
  /** Keeps what central has on its disk now; it must not be running. */
  keepBackup(): void;
  /** The same, unless there is one since the last restore. */
  keepBackupOnce(): void;
  hasBackup(): boolean;
  restoreBackup(): Promise<void>;
  setCentral(url: string): void;
  stopStation(): Promise<void>;
  stopCentral(): Promise<void>;
  startCentral(): Promise<void>;
  close(): Promise<void>;
}

export async function openHouse(folder: string): Promise<House> {
  const stationDisk = createDisk(join(folder, 'kiosk'));
  const centralDisk = createDisk(join(folder, 'central'));
  const backup = join(folder, 'backup');
  const days = { station: 0, central: 0 };
  let address: string | null = null;
  let central: OutsideCentral | null = null;
  let station: HeadlessStation | null = null;
  let starting: Promise<StationClient>;
  let events: AsyncIterator<unknown> | null = null;
  let port = 0;

  async function startCentral(): Promise<void> {
    central = await startOutsideCentral(centralDisk.folder, ENROLMENT_CODE, {
      port,
      complaints: false,
      ...clock(1, days.central),
    });
    port = Number(new URL(central.url).port);
  }

  function keepBackup(): void {
    rmSync(backup, { recursive: true, force: true });
    cpSync(centralDisk.folder, backup, { recursive: true });
  }

  async function startStation(): Promise<StationClient> {
    events = null;
    const started = await startHeadlessStation(stationDisk.folder, {
      complaints: false,
      ...clock(STATION_SPEED, days.station),
    });
    station = started;
    if (address !== null) started.setCentral(address, ENROLMENT_CODE);
    const counter = started.face('counter');
    await signInHeadless(counter);
    return counter;
  }

  async function ask<Answer>(call: (counter: StationClient) => Promise<Answer>): Promise<Answer> {
    for (;;) {
      const used = starting;
      const counter = await used;
      const [error, answer] = await safe(call(counter));
      if (error === null) return answer as Answer;
      if (isDefinedError(error) && ['LOCKED', 'SIGNED_OUT'].includes(codeOf(error))) {
        await safe(signInHeadless(counter));
        continue;
      }
      // The station ended under the call; what it did will be asked of the next one.
      if (starting !== used) continue;
      throw error;
    }
  }

  await startCentral();
  starting = startStation();
  await starting;

  return {
    stationDisk,
    centralDisk,
    centralPort: () => port,
    ask,
    async nextEvent() {
      const counter = await starting;
      events ??= (await ask(() => counter.system.events()))[Symbol.asyncIterator]();
      await events.next().catch(() => {});
    },
    async killStation(nextDays) {
      const killed = station;
      days.station = nextDays ?? days.station;
      // Whoever asks from now on waits for the next station.
      starting = Promise.resolve(killed?.kill()).then(startStation);
      await starting;
    },
    async killCentral(nextDays, between = () => {}) {
      await central?.kill();
      days.central = nextDays ?? days.central;
      between();
      await startCentral();
    },
    keepBackup,
    keepBackupOnce() {
      if (!existsSync(backup)) keepBackup();
    },
    hasBackup: () => existsSync(backup),
    async restoreBackup() {
      await central?.kill();
      for (const name of readdirSync(centralDisk.folder))
        rmSync(join(centralDisk.folder, name), { recursive: true });
      cpSync(backup, centralDisk.folder, { recursive: true });
      rmSync(backup, { recursive: true });
      await startCentral();
    },
    setCentral(url) {
      address = url;
      station?.setCentral(url, ENROLMENT_CODE);
    },
    async stopStation() {
      await station?.stop();
      station = null;
    },
    async stopCentral() {
      await central?.stop();
      central = null;
    },
    startCentral,
    async close() {
      await starting.catch(() => {});
      await station?.kill();
      await central?.kill();
      stationDisk.remove();
      centralDisk.remove();
    },
  };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** How a process is started so that its clock is days off and runs so many times as fast. */
function clock(speed: number, days: number) {
  return {
    nodeArguments: ['--import', new URL('./other-clock.ts', import.meta.url).href],
    environment: { ANJUNGAN_OTHER_CLOCK: JSON.stringify({ speed, days }) },
  };
}
