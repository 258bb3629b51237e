import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../../central/process/open-database.ts';
import { exportCentral } from '../../tour/outside-central.ts';
import { createChaosLine } from './chaos-line.ts';
import { createChaosProxy } from './chaos-proxy.ts';
import { createDraw } from './draw.ts';
import { describeFault, planFaults } from './fault.ts';
import { type House, openHouse } from './house.ts';
import { type Judgement, judge, readExport } from './judge.ts';
import { createRegistrar } from './registrar.ts';
import { createResentBytes } from './resent-bytes.ts';
import { type Scene, suffer } from './suffer.ts';
import { createWireSearch } from './wire-search.ts';

/** Contacts after which a question asked with the first has been answered. */
const WHOLE_ROUNDS = 6;

/** Ten times what the slowest takes. */
const LONGEST_FAULT_MS = 90_000;

/** What a shell expects of a program that was interrupted. */
const INTERRUPTED = 130;

export interface FaultsOutcome extends Judgement {
  readonly faults: number;
  readonly applications: number;
  readonly resentBytes: number;
  /** The fault that made the station send most again of what central had. */
  readonly worstResent: { readonly fault: string; readonly bytes: number } | null;
  /** Pieces of bundles at central that nobody will ask for. */
  readonly leftoverParts: number;
  readonly wireBytes: number;
  /** Words of citizens seen on the wire. */
  readonly inClear: readonly string[];
  /** Packets the station gave up to an officer. */
  readonly quarantined: number;
}

export interface FaultsOptions {
  readonly seed: number;
  readonly count: number;
  readonly say: (line: string) => void;
}

/** Runs the real station against the real central through everything that can go wrong, and judges what is left. */
export async function runFaults({ seed, count, say }: FaultsOptions): Promise<FaultsOutcome> {
  const folder = mkdtempSync(join(tmpdir(), 'anjungan-faults-'));
  const house = await openHouse(folder);
  async function tidy(): Promise<void> {
    await house.close();
    rmSync(folder, { recursive: true, force: true });
  }
  const interrupted = () => void tidy().finally(() => process.exit(INTERRUPTED));
  process.once('SIGINT', interrupted);
  try {
    return await runIn(house, folder, { seed, count, say });
  } finally {
    process.off('SIGINT', interrupted);
    await tidy();
  }
}

async function runIn(
  house: House,
  folder: string,
  { seed, count, say }: FaultsOptions,
): Promise<FaultsOutcome> {
  const draw = createDraw(seed);
  const resent = createResentBytes();
  const registrar = await createRegistrar(house, draw);
  const search = createWireSearch(registrar.personalWords);
  const proxy = await createChaosProxy(house.centralPort, resent);
  const line = await createChaosLine(proxy, search.look);
  const scene: Scene = { draw, house, line, proxy, registrar, resent };
  try {
    house.setCentral(`http://127.0.0.1:${line.port}`);
    await untilEnrolled(house);
    let faults = 0;
    for (const [place, fault] of planFaults(draw, count).entries()) {
      const began = performance.now();
      resent.begin(`${place + 1} ${describeFault(fault)}`);
      const happened = await within(suffer(scene, fault), describeFault(fault));
      if (happened) faults += 1;
      const took = `${((performance.now() - began) / 1_000).toFixed(1)} s`;
      say(`${place + 1}/${count} ${describeFault(fault)}: ${happened ? took : 'not possible here'}`);
    }
    await within(untilDelivered(house), 'everything delivered');
    const { quarantined } = await house.ask((counter) => counter.outbox.summary());
    await house.stopStation();
    await house.stopCentral();
    const file = join(folder, 'central.json');
    await exportCentral(house.centralDisk.folder, file);
    const leftoverParts = await countParts(house.centralDisk.folder);
    await house.startCentral();
    const url = `http://127.0.0.1:${house.centralPort()}`;
    return {
      ...(await judge(url, readExport(file), registrar.committed)),
      faults,
      applications: registrar.committed.length,
      resentBytes: resent.total(),
      worstResent: resent.worst(),
      leftoverParts,
      wireBytes: search.bytes(),
      inClear: search.found(),
      quarantined,
    };
  } finally {
    await line.close();
    await proxy.close();
  }
}

/** Central must be stopped. */
async function countParts(dataFolder: string): Promise<number> {
  const database = await openDatabase(dataFolder, undefined);
  const [row] = await database.query('SELECT count(*) AS parts FROM bundle_parts', []);
  await database.close();
  return Number(row?.parts);
}

/** A fault that never happens is a mistake of the run, and is named. */
async function within<Result>(work: Promise<Result>, name: string): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`this did not come to pass: ${name}`)), LONGEST_FAULT_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function untilEnrolled(house: House): Promise<void> {
  while ((await house.ask((counter) => counter.system.facts())).stationId === '') await house.nextEvent();
}

/** Everything has been delivered, also what a restored central had lost: the station has asked it twice. */
async function untilDelivered(house: House): Promise<void> {
  let asked = 0;
  let last: number | null = null;
  for (;;) {
    const { waiting, lastProblem, lastContactAt } = await house.ask((counter) => counter.outbox.summary());
    if (lastContactAt !== last && lastProblem === null) asked += 1;
    if (waiting > 0 || lastProblem !== null) asked = 0;
    // The first contact may still be one of the round before, the second may be the question itself.
    if (asked > WHOLE_ROUNDS) return;
    if (lastContactAt !== last) await house.ask((counter) => counter.outbox.sendNow());
    last = lastContactAt;
    await house.nextEvent();
  }
}
