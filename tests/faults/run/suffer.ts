import { missingCase } from '../../../drivers/missing-case.ts';
import type { ChaosLine } from './chaos-line.ts';
import type { ChaosProxy } from './chaos-proxy.ts';
import type { Draw } from './draw.ts';
import type { Fault, HouseFault } from './fault.ts';
import type { House } from './house.ts';
import type { Registrar } from './registrar.ts';
import type { ResentBytes } from './resent-bytes.ts';

/** So many applications wait before a fault, so that there is something to go wrong. */
const WAITING = 2;

export interface Scene {
  readonly draw: Draw;
  readonly house: House;
  readonly line: ChaosLine;
  readonly proxy: ChaosProxy;
  readonly registrar: Registrar;
  readonly resent: ResentBytes;
}

/** Lets one fault happen under traffic; resolves when it has. False when this machine cannot make it. */
export async function suffer(scene: Scene, fault: Fault): Promise<boolean> {
  const { line, proxy } = scene;
  switch (fault.at) {
    case 'line':
      await press(scene, line.suffer(fault));
      return true;
    case 'answer':
      await press(scene, proxy.suffer(fault));
      return true;
    case 'house':
      return await sufferAtHome(scene, fault);
    default:
      return missingCase(fault);
  }
}

/** Keeps applications waiting and the station sending until `happened`. Three officers of four are impatient. */
export async function press({ draw, house, registrar }: Scene, happened: Promise<unknown>): Promise<void> {
  const impatient = draw.between(1, 4) > 1;
  let over = false;
  const ended = happened.then(() => {
    over = true;
  });
  while (!over) {
    const { waiting, sending } = await house.ask((counter) => counter.outbox.summary());
    if (waiting < WAITING) await registrar.register();
    else if (impatient && !sending) await house.ask((counter) => counter.outbox.sendNow());
    if (!over) await Promise.race([ended, house.nextEvent()]);
  }
}

async function sufferAtHome(scene: Scene, fault: HouseFault): Promise<boolean> {
  const { draw, house, line, registrar, resent } = scene;
  switch (fault.kind) {
    case 'station-killed': {
      if (fault.during === 'sending') {
        await press(scene, line.passed(fault.after));
        await house.killStation();
        return true;
      }
      const registering = registrar.register();
      for (let steps = draw.between(1, 6); steps > 0; steps -= 1) await registrar.nextStep();
      await house.killStation();
      await registering;
      return true;
    }
    case 'central-killed':
      await press(scene, line.passed(fault.after));
      await house.killCentral(undefined, () => {
        resent.centralDied();
        house.keepBackupOnce();
      });
      return true;
    case 'central-restored':
      if (!house.hasBackup()) await house.killCentral(undefined, house.keepBackup);
      await press(scene, line.passed(1));
      resent.centralDied();
      await house.restoreBackup();
      resent.centralDied();
      await house.ask((counter) => counter.outbox.sendNow());
      return true;
    case 'station-clock':
      await house.killStation(fault.days);
      return true;
    case 'central-clock':
      await house.killCentral(fault.days, resent.centralDied);
      return true;
    case 'station-disk-full':
      return await fillStationDisk(scene);
    case 'central-disk-full':
      return await fillCentralDisk(scene);
    default:
      return missingCase(fault);
  }
}

async function fillStationDisk({ house, registrar }: Scene): Promise<boolean> {
  if (house.stationDisk.fill === null) return false;
  house.stationDisk.fill();
  try {
    while (await registrar.tryToRegister()) await house.nextEvent();
  } finally {
    house.stationDisk.makeRoom();
  }
  return true;
}

/** Whoever makes room on central's disk starts central anew. */
async function fillCentralDisk(scene: Scene): Promise<boolean> {
  const { house, proxy, resent } = scene;
  if (house.centralDisk.fill === null) return false;
  house.centralDisk.fill();
  try {
    await press(scene, proxy.centralFails());
  } finally {
    house.centralDisk.makeRoom();
  }
  await house.killCentral(undefined, resent.centralDied);
  return true;
}
